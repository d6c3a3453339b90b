import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findPostmaster, type Postmaster } from "./postmaster-pid.ts";
import { isAlive } from "./process-command.ts";
import type { Account } from "./run-as.ts";

export type ServerSpec = {
  binaries: string;
  dataFolder: string;
  account: Account;
  logFile: string;
  /** Extra `-c name=value` settings. */
  settings: Record<string, string>;
};

const POLL_MS = 15;

/**
 * Starts the server in a process group of its own (Ctrl-C must not reach it before the app has stopped), logging to a
 * file, because a pipe would break when we die first. Answers the ready server, or what it logged before it gave up.
 */
export async function spawnPostmaster(spec: ServerSpec, port: number): Promise<Postmaster | { log: string }> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, "a");
  const logStart = statSync(spec.logFile).size;
  const child = spawn(join(spec.binaries, "bin", "postgres"), serverArguments(spec, port), {
    ...spec.account,
    cwd: "/",
    detached: true,
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code) => {
    failure ??= `it ended with code ${code}`;
  });
  child.unref();
  while (failure === undefined) {
    const server = findPostmaster(spec.dataFolder);
    if (server?.ready && server.pid === child.pid) return server;
    await pause(POLL_MS);
  }
  return { log: `${failure}\n${readFileSync(spec.logFile).subarray(logStart).toString("utf8")}` };
}

/** Resolves with the server once it accepts connections; undefined when it ends instead. */
export async function untilReady(dataFolder: string): Promise<Postmaster | undefined> {
  for (;;) {
    const server = findPostmaster(dataFolder);
    if (!server || server.ready) return server;
    await pause(POLL_MS);
  }
}

/** Resolves when the process is gone. Works for an adopted server too, which is nobody's child here. */
export async function untilGone(pid: number, pollMs = 100): Promise<void> {
  while (isAlive(pid)) await pause(pollMs);
}

function serverArguments(spec: ServerSpec, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    ...spec.settings,
  };
  return [
    "-D",
    spec.dataFolder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}
