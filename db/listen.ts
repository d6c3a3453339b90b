import postgres from "postgres";
import { env } from "#server/env.ts";

type Listener = {
  onMessage: (text: string) => void;
  /** Now listening: at first, and again after each lost connection. What was said in between is lost. */
  onListening: () => void;
};

/**
 * Listens to a channel of NOTIFY on a connection of its own, and again whenever that connection is lost.
 * Resolves once it listens, to a function that stops it; rejects when the database can't be reached at first.
 */
export async function listenTo(channel: string, listener: Listener): Promise<() => Promise<void>> {
  const connection = postgres(env().DATABASE_URL, { connect_timeout: 10, onnotice: () => undefined });
  try {
    await connection.listen(channel, listener.onMessage, listener.onListening);
  } catch (error) {
    await connection.end({ timeout: 0 });
    throw error;
  }
  return () => connection.end({ timeout: 0 });
}
