import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "./problem.ts";
import { type ProcessSpec, spawnLogged } from "./spawn-logged.ts";

/** A server that runs until it is stopped, or ends by itself. */
export type Service = { ready: Promise<void>; ended: Promise<unknown>; stop(): Promise<void> };

export type ServiceSpec = ProcessSpec & {
  /** Asked again and again until it says yes; gets what the process has logged so far. */
  isReady: (output: string) => boolean | Promise<boolean>;
};

const POLL_MS = 25;
const READY_DEADLINE_MS = 90_000;

/** Starts a server process. `ready` rejects with Problem when it ends or dawdles instead. */
export function startService(spec: ServiceSpec): Service {
  const running = spawnLogged(spec);
  let over = false;
  const ended = running.ended.then(() => {
    over = true;
  });

  async function untilReady(): Promise<void> {
    const deadline = Date.now() + READY_DEADLINE_MS;
    while (!(await spec.isReady(running.output()))) {
      if (over) throw new Problem(running.complaint("stopped while starting"));
      if (Date.now() > deadline) throw new Problem(running.complaint("does not become ready"));
      await pause(POLL_MS);
    }
  }
  return { ready: untilReady(), ended, stop: running.stop };
}

/** The stand-ins' way to say that they accept connections: a line `ready http://127.0.0.1:8288`. */
export function saysReady(output: string): boolean {
  return /^ready http/m.test(output);
}

/** Whether a server answers at all at this address. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(30_000) }).then(
    () => true,
    () => false,
  );
}
