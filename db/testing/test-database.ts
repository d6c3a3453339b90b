import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll } from "vitest";
import { closeDatabase } from "#db/client.ts";
import { openPool } from "#db/pool.ts";
import { closeSessionLocks } from "#db/session-locks.ts";
import { databaseUrl } from "#local/postgres/database.ts";
import { ensureTemplate } from "./template-database.ts";
import { setTestEnv } from "./test-env.ts";

export type TestDatabase = {
  /** The app's role: row-level security holds. */
  appUrl: string;
  /** The owner of the tables, who sees everything. */
  ownerUrl: string;
  owner: Sql;
};

const POOL_SIZE = 20;
const appLogin = { role: "lading_test_app", password: "lading-test" };

/**
 * A fresh, migrated database for this test file, with the whole configuration that `env()` wants. Call it at the
 * top of the file, before anything reads `env()`; the database is dropped after the file's tests.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) throw new Error("TEST_DATABASE_URL is not set: run the tests through vitest.");
  const name = `lading_test_${randomBytes(6).toString("hex")}`;
  const ownerUrl = databaseUrl(adminUrl, name);
  const appUrl = withLogin(ownerUrl, appLogin);
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  const template = await ensureTemplate(admin, adminUrl, appUrl);
  await admin.unsafe(`create database ${name} template ${template}`);
  const filesDir = mkdtempSync(join(tmpdir(), "lading-test-files-"));
  setTestEnv({ DATABASE_URL: appUrl, LADING_FILES_DIR: filesDir });
  Object.assign(globalThis, { ladingDatabase: openPool(appUrl, POOL_SIZE) });
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => undefined });

  afterAll(async () => {
    await closeSessionLocks();
    await closeDatabase();
    await owner.end({ timeout: 1 });
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end({ timeout: 1 });
    rmSync(filesDir, { recursive: true, force: true });
  });
  return { appUrl, ownerUrl, owner };
}

function withLogin(url: string, { role, password }: typeof appLogin): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.href;
}
