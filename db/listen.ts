import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { env } from "#server/env.ts";

type Listener = {
  onMessage: (text: string) => void;
  /** Now listening: at first, and again after each lost connection. What was said in between is lost. */
  onListening: () => void;
};

const pulseMs = 15_000;
const pulse = "pulse ";

/**
 * Listens to a channel of NOTIFY on a connection of its own. Every 15 seconds it sends itself a word and, when that
 * doesn't come back by the next time, begins anew on another connection: one that was cut silently, or that the
 * driver can't get going again (see pool.ts), looks open for ever. Resolves once it listens, to a function that stops
 * it; rejects when the database can't be reached at first.
 */
export async function listenTo(
  channel: string,
  listener: Listener,
  { url = env().DATABASE_URL, everyMs = pulseMs } = {},
): Promise<() => Promise<void>> {
  const token = `${pulse}${randomUUID()}`;
  let connection = connect(url);
  let state: "connecting" | "listening" | "lost" = "connecting";
  let isHeard = true;

  async function start(): Promise<void> {
    state = "connecting";
    try {
      await connection.listen(channel, onMessage, listener.onListening);
      isHeard = true;
      state = "listening";
    } catch (error) {
      state = "lost";
      throw error;
    }
  }

  function onMessage(text: string): void {
    if (text === token) isHeard = true;
    else if (!text.startsWith(pulse)) listener.onMessage(text);
  }

  function beat(): void {
    if (state === "connecting") return;
    if (state === "lost" || !isHeard) {
      void connection.end({ timeout: 0 });
      connection = connect(url);
      // Either failure is found by the next beat.
      start().catch(() => undefined);
      return;
    }
    isHeard = false;
    connection.notify(channel, token).catch(() => undefined);
  }

  async function stop(): Promise<void> {
    clearInterval(timer);
    await connection.end({ timeout: 0 });
  }

  const timer = setInterval(beat, everyMs);
  timer.unref();
  await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return stop;
}

function connect(url: string): Sql {
  return postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
}
