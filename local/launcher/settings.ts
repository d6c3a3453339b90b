import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Mode } from "./command-line.ts";
import { Problem } from "./problem.ts";
import { neededStandIns, type StandIns } from "./stand-ins.ts";

/** The checkout: where the sources are. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Settings = {
  mode: Mode;
  root: string;
  /** Absolute folder of the local database, documents, secrets and logs. */
  dataDir: string;
  port: number;
  appUrl: string;
  standIns: StandIns;
  /** Whether an empty local database is filled with the demo company. */
  demo: boolean;
  env: NodeJS.ProcessEnv;
};

/** The launcher's settings from its environment. Throws Problem for a port that is none. */
export function readSettings(mode: Mode, env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`PORT is "${env.PORT}": set it to a number between 1 and 65535.`);
  }
  return {
    mode,
    root: ROOT,
    dataDir: resolve(ROOT, env.LADING_DATA_DIR || ".lading"),
    port,
    appUrl: `http://localhost:${port}`,
    standIns: neededStandIns(env),
    demo: env.LADING_DEMO !== "off",
    env,
  };
}
