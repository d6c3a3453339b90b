import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "./problem.ts";

const schema = z.object({
  NEXTAUTH_SECRET: z.string(),
  /** `id:base64key`; losing it makes the saved factor credentials unreadable. */
  LADING_ENCRYPTION_KEYS: z.string(),
  /** Of the restricted role the app signs in with, in the embedded database. */
  APP_DATABASE_PASSWORD: z.string(),
});

export type Secrets = z.output<typeof schema>;

/** The installation's own secrets, generated once into `<dataDir>/secrets.json`, readable by its owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    const secrets = generate();
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    return secrets;
  }
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Problem(
      `${file} is damaged: restore it from a backup (it holds the key of the saved OTR passwords), or delete it and enter those again.`,
      { cause },
    );
  }
}

function generate(): Secrets {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    LADING_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    APP_DATABASE_PASSWORD: randomBytes(24).toString("base64url"),
  };
}
