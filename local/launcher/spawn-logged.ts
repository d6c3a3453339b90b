import { spawn } from "node:child_process";
import { closeSync, openSync, statSync } from "node:fs";
import { readLog, telltaleLine } from "./log-file.ts";

/** Variables for a process; NODE_ENV is "production" unless given. */
export type Environment = Record<string, string | undefined>;

export type ProcessSpec = {
  /** As the terminal names it: "The job engine". */
  title: string;
  /** Arguments of node: flags, script, its arguments. */
  args: string[];
  cwd: string;
  env: Environment;
  logFile: string;
};

export type LoggedProcess = {
  /** Exit code once it is gone; null when a signal ended it or it could not start. */
  ended: Promise<number | null>;
  /** What it has written so far. */
  output(): string;
  /** A sentence about its trouble, with its own words for it and where to read more. */
  complaint(what: string): string;
  /** SIGTERM, and SIGKILL for what is left of its group after the grace. */
  stop(): Promise<void>;
};

const STOP_GRACE_MS = 3_000;

/**
 * Starts node in a process group of its own, so that Ctrl-C reaches it only through us and in order, with its output
 * in a file, which outlives us as a pipe would not.
 */
export function spawnLogged(spec: ProcessSpec): LoggedProcess {
  const log = openSync(spec.logFile, "a");
  const offset = statSync(spec.logFile).size;
  const child = spawn(process.execPath, spec.args, {
    cwd: spec.cwd,
    env: { NODE_ENV: "production", ...spec.env },
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = new Promise<number | null>((done) => {
    child.once("exit", (code) => done(code));
    child.once("error", () => done(null));
  });
  const output = () => readLog(spec.logFile, offset);
  return {
    ended,
    output,
    complaint: (what) => `${spec.title} ${what}: ${telltaleLine(output())} (log: ${spec.logFile})`,
    stop: async () => {
      signalGroup(child.pid, "SIGTERM");
      const grace = setTimeout(() => signalGroup(child.pid, "SIGKILL"), STOP_GRACE_MS);
      await ended;
      clearTimeout(grace);
      signalGroup(child.pid, "SIGKILL");
    },
  };
}

/** Its children included; a group that is gone already is fine (macOS says EPERM for one that is ending). */
function signalGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    const gone =
      error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM");
    if (!gone) throw error;
  }
}
