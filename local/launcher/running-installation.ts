import { readNotedAddresses } from "./note-addresses.ts";
import { Problem } from "./problem.ts";
import { readSettings } from "./settings.ts";

/**
 * What a command needs to work on the Lading that `npm start` runs from the data folder (`LADING_DATA_DIR`). Throws
 * Problem when none runs.
 */
export function runningInstallation(env: NodeJS.ProcessEnv): { DATABASE_URL: string; NEXTAUTH_URL: string } {
  const { dataDir } = readSettings("start", env);
  const noted = readNotedAddresses(dataDir);
  if (!noted?.databaseUrl) {
    throw new Problem(
      `No Lading runs from ${dataDir}. Start it first (npm start) and leave it running, or set DATABASE_URL and NEXTAUTH_URL to those of the one you mean.`,
    );
  }
  return { DATABASE_URL: noted.databaseUrl, NEXTAUTH_URL: env.NEXTAUTH_URL || noted.appUrl };
}
