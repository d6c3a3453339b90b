import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
  const file = join(dataDir, "addresses.json");
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
