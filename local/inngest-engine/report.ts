import { isDatabaseDown } from "./database.ts";

/** Reports what the engine could not do; a database that is away shows as one line. */
export function report(what: string, error: unknown): void {
  const detail = isDatabaseDown(error) && error instanceof Error ? error.message : error;
  console.error(`inngest-engine: ${what}:`, detail);
}
