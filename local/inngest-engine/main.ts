/**
 * An Inngest-compatible engine on PostgreSQL for one machine: durable events, steps, retries, concurrency, debounce and
 * crons for the Inngest SDK, without a download or an account. Settings: config.ts.
 */
import { readConfig } from "./config.ts";
import { survivePoolFaults } from "./pool.ts";
import { startEngine } from "./start-engine.ts";

const PARENT_POLL_MS = 250;

survivePoolFaults();
const config = readConfig(process.env);
const engine = await startEngine(config);
console.log(`ready http://127.0.0.1:${engine.port}`);

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
if (config.parentPid !== undefined) {
  // npm dies of a signal without passing it on: an orphan is adopted by another parent, and stops.
  setInterval(() => {
    if (process.ppid !== config.parentPid) stop();
  }, PARENT_POLL_MS);
}

async function stop(): Promise<void> {
  await engine.stop();
  process.exit(0);
}
