import { execFileSync } from "node:child_process";

/** What a process has used: CPU seconds since its start, resident memory now in MiB. */
export type ProcessUse = { cpuSeconds: number; memoryMiB: number };

/** Asks the operating system; works on Linux and macOS. */
export function processUse(pid: number): ProcessUse {
  const [rss = "0", time = "0"] = execFileSync("ps", ["-o", "rss=,time=", "-p", String(pid)], {
    encoding: "utf8",
  })
    .trim()
    .split(/\s+/);
  return { cpuSeconds: secondsOf(time), memoryMiB: Math.round(Number(rss) / 1024) };
}

/** "1-02:03:04", "02:03:04" or "3:04.50" in seconds. */
function secondsOf(time: string): number {
  const [clock = "", days = "0"] = time.split("-").reverse();
  const seconds = clock.split(":").reduce((total, part) => total * 60 + Number(part), 0);
  return Number(days) * 86_400 + seconds;
}
