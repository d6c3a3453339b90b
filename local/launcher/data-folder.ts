import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.ts";

/** Creates the data folder with its folder of logs. Throws Problem when it can't be written. */
export function prepareDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    makeFolder(join(dataDir, "logs"));
  } catch (cause) {
    throw new Problem(
      `${dataDir} can't be written: make it writable for you, or set LADING_DATA_DIR to a folder that is.`,
      { cause },
    );
  }
}

/** Sets the previous run's logs aside as `*.log.1`. */
export function rotateLogs(dataDir: string): void {
  const logs = join(dataDir, "logs");
  for (const name of readdirSync(logs).filter((entry) => entry.endsWith(".log"))) {
    renameSync(join(logs, name), join(logs, `${name}.1`));
  }
}

/** Passable but not listable for others: the database's account must get through to its own folder. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  }
  accessSync(folder, constants.W_OK | constants.X_OK);
}
