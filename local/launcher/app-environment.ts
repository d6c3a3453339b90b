import { join } from "node:path";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import type { Environment } from "./spawn-logged.ts";

/** The embedded database as the app, the migrations and the job engine sign in to it. */
export type DatabaseAddresses = { appUrl: string; ownerUrl: string; engineUrl: string };

/** Where the stand-ins answer; unset for those the environment names itself. */
export type Addresses = {
  database?: DatabaseAddresses;
  engine?: string;
  sandbox?: string;
};

/** The key the OTR sandbox wants in `ocp-apim-subscription-key`. */
const SANDBOX_SUBSCRIPTION_KEY = "sandbox-subscription-key";

/** The app's environment: what the user set wins, the stand-ins' addresses and generated secrets fill the rest. */
export function appEnvironment(settings: Settings, secrets: Secrets, at: Addresses): Environment {
  const { env } = settings;
  return {
    NEXTAUTH_URL: settings.appUrl,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    LADING_ENCRYPTION_KEYS: secrets.LADING_ENCRYPTION_KEYS,
    LADING_FILES_DIR: join(settings.dataDir, "files"),
    ...withoutEmpty(env),
    LADING_DATA_DIR: settings.dataDir,
    NEXT_TELEMETRY_DISABLED: "1",
    ...(at.database && { DATABASE_URL: at.database.appUrl, DATABASE_OWNER_URL: at.database.ownerUrl }),
    ...(at.engine && { INNGEST_DEV: at.engine }),
    ...(at.sandbox && {
      OTR_BASE_URL: `${at.sandbox}/carrier-tms/2`,
      OTR_SUBSCRIPTION_KEY: SANDBOX_SUBSCRIPTION_KEY,
    }),
  };
}

/** `NAME=` in an env file means "not set". */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}
