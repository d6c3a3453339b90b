import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseDown } from "./database.ts";

const PAUSE_MS = 200;
const PATIENCE_MS = 120_000;

/**
 * Repeats the work while the database is away, so that what the app has done is not forgotten over a restart of
 * PostgreSQL. The work must bear being done twice: its commit may have been the last thing that succeeded.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (true) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseDown(error) || Date.now() > deadline) throw error;
      await pause(PAUSE_MS);
    }
  }
}
