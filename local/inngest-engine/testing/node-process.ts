import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

export type NodeProcess = { url: string; child: ChildProcess; log(): string; kill(): Promise<void> };

/** Runs a TypeScript file under node and waits for its `ready <url>` line. `kill` is a kill -9. */
export async function startNodeProcess(file: URL, settings: Record<string, string>): Promise<NodeProcess> {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [fileURLToPath(file)], { env, stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  let log = "";
  const collect = (chunk: Buffer) => {
    log += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const url = await eventually(`${file.pathname} is ready`, () => {
    if (child.exitCode !== null) throw new Error(`${file.pathname} ended: ${log}`);
    return /^ready (\S+)$/m.exec(log)?.[1];
  });
  return {
    url,
    child,
    log: () => log,
    async kill() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await exited;
    },
  };
}
