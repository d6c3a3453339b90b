import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Addresses } from "./app-environment.ts";
import type { Settings } from "./settings.ts";

/**
 * Notes in the data folder where everything answers, for tools that work on a running Lading (journeys, benchmarks).
 * Readable by its owner only: the databases' passwords are part of their addresses. Answers how to remove it.
 */
export function noteAddresses(
  { dataDir, appUrl }: Settings,
  { database, engine, sandbox }: Addresses,
): () => void {
  const file = noteOf(dataDir);
  const addresses = {
    appUrl,
    databaseUrl: database?.appUrl,
    ownerUrl: database?.ownerUrl,
    engineUrl: engine,
    sandboxUrl: sandbox,
  };
  writeFileSync(file, JSON.stringify(addresses), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

const notedSchema = z.object({ appUrl: z.url(), databaseUrl: z.url().optional() });

/** The addresses noted by the Lading that runs from this data folder; undefined when none does. */
export function readNotedAddresses(dataDir: string): z.output<typeof notedSchema> | undefined {
  const file = noteOf(dataDir);
  return existsSync(file) ? notedSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

function noteOf(dataDir: string): string {
  return join(dataDir, "addresses.json");
}
