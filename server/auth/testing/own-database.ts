import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureAppRole } from "#db/app-role.ts";
import { closeDatabase } from "#db/client.ts";

export async function ownDatabase() {
  const superuser = new URL(process.env.TEST_DATABASE_URL ?? "");
  const name = `lading_${randomBytes(6).toString("hex")}`;
  const admin = postgres(superuser.href, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const ownerUrl = new URL(superuser);
  ownerUrl.pathname = `/${name}`;
  const appUrl = new URL(ownerUrl);
  appUrl.username = `app_${name}`;
  appUrl.password = "app";
  const owner = postgres(ownerUrl.href, { max: 2, onnotice: () => undefined });
  await migrate(drizzle(owner), { migrationsFolder: "db/migrations" });
  await ensureAppRole(owner, appUrl.href);
  Object.assign(process.env, {
    DATABASE_URL: appUrl.href,
    NEXTAUTH_URL: "http://127.0.0.1:3000",
    NEXTAUTH_SECRET: "test-secret-test-secret-test-secret-test",
    LADING_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    OTR_BASE_URL: "http://127.0.0.1:9",
    OTR_SUBSCRIPTION_KEY: "test",
    LOG_LEVEL: "error",
  });
  return {
    owner,
    appUrl: appUrl.href,
    async drop() {
      await closeDatabase();
      await owner.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.unsafe(`drop role app_${name}`);
      await admin.end();
    },
  };
}
