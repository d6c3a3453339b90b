import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "./problem.ts";
import type { Service } from "./service.ts";

export type Supervision = {
  title: string;
  /** Starts it anew, on the same port each time. */
  start: () => Service | Promise<Service>;
  say: (line: string) => void;
  /** It crashes over and over: the reason, as a sentence. */
  giveUp: (problem: Problem) => void;
  /** Waits before the restarts within a minute; it is given up after as many. */
  backoffMs?: number[];
};

const BACKOFF_MS = [0, 250, 1_000, 3_000, 5_000];
const FORGIVEN_AFTER_MS = 60_000;

/**
 * A service that is started again whenever it ends unasked, after a longer wait each time, and given up when it does
 * so six times within a minute.
 */
export function supervise({ title, start, say, giveUp, backoffMs = BACKOFF_MS }: Supervision): Service {
  let starting = Promise.resolve<Service | undefined>(undefined);
  let stopping = false;
  let crashes: number[] = [];

  async function startOnce(): Promise<void> {
    const attempt = Promise.resolve(start());
    starting = attempt;
    await (await attempt).ready;
  }
  async function keepUp(): Promise<void> {
    for (;;) {
      const running = await starting.catch(() => undefined);
      await running?.ended;
      if (stopping) return;
      crashes = [...crashes.filter((at) => at > Date.now() - FORGIVEN_AFTER_MS), Date.now()];
      const delay = backoffMs[crashes.length - 1];
      if (delay === undefined) return giveUp(new Problem(`${title} stops again and again; giving up.`));
      say(`${title} stopped unexpectedly; starting it again.`);
      await pause(delay);
      if (!stopping) await startOnce().then(() => say(`${title} is back.`), complain);
    }
  }
  function complain(error: unknown): void {
    if (!stopping) say(error instanceof Error ? error.message : String(error));
  }

  const ready = startOnce();
  const ended = ready.then(keepUp, () => undefined);
  return {
    ready,
    ended,
    stop: async () => {
      stopping = true;
      const running = await starting.catch(() => undefined);
      await running?.stop();
    },
  };
}
