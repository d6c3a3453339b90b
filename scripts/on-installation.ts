import { existsSync } from "node:fs";
import { closeDatabase } from "#db/client.ts";

/**
 * Does a command's work on the Lading that is meant: the one whose DATABASE_URL is set, else the one that `npm start`
 * runs here. What goes wrong is said in a sentence, and the process ends with 1.
 */
export async function onInstallation(work: () => Promise<void>): Promise<void> {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  try {
    if (!process.env.DATABASE_URL) {
      // Only here: an image for production holds no launcher.
      const { runningInstallation } = await import("#local/launcher/running-installation.ts");
      Object.assign(process.env, runningInstallation(process.env));
    }
    await work();
  } catch (error) {
    console.error(`\n${sentenceOf(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

/** The innermost reason: what the database or the network said, rather than the query that failed. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join("\n");
  return error.cause ? sentenceOf(error.cause) : error.message;
}
