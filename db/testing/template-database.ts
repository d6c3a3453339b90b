import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { ensureAppRole } from "#db/app-role.ts";
import { databaseUrl } from "#local/postgres/database.ts";

const migrationsFolder = new URL("../migrations", import.meta.url).pathname;

// Any number of our own: one test process at a time may build the template.
const buildLock = 7_214_901;

/**
 * Builds a migrated database once per server and set of migrations, to be copied from; returns its name. It gets
 * its name only when it is complete, so a killed build is not mistaken for one.
 */
export async function ensureTemplate(admin: Sql, adminUrl: string, appUrl: string): Promise<string> {
  const name = `lading_template_${migrationsHash()}`;
  await admin`select pg_advisory_lock(${buildLock})`;
  try {
    const [existing] = await admin`select 1 from pg_database where datname = ${name}`;
    if (existing) return name;
    const building = `${name}_building`;
    await admin.unsafe(`drop database if exists ${building} with (force)`);
    await admin.unsafe(`create database ${building}`);
    await build(adminUrl, building, appUrl);
    await admin.unsafe(`alter database ${building} rename to ${name}`);
    return name;
  } finally {
    await admin`select pg_advisory_unlock(${buildLock})`;
  }
}

async function build(adminUrl: string, database: string, appUrl: string): Promise<void> {
  const owner = postgres(databaseUrl(adminUrl, database), { max: 1, onnotice: () => undefined });
  try {
    await migrate(drizzle(owner), { migrationsFolder });
    await ensureAppRole(owner, appUrl);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

function migrationsHash(): string {
  const journal = readFileSync(`${migrationsFolder}/meta/_journal.json`, "utf8");
  const tags = [...journal.matchAll(/"tag": "([^"]+)"/g)].map(([, tag]) => tag);
  const hash = createHash("sha256");
  for (const tag of tags) hash.update(readFileSync(`${migrationsFolder}/${tag}.sql`));
  return hash.digest("hex").slice(0, 16);
}
