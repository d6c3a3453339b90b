import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#server/env.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import * as schema from "./schema/index.ts";

export type Database = ReturnType<typeof connect>["db"];
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

// On globalThis, because the development server reloads this module and must not open a pool each time.
const pools: { ladingDatabase?: ReturnType<typeof connect> } = globalThis as never;

/** Opens a pool of connections as the role in `url`. */
export function connect(url: string, poolSize: number) {
  const pool = postgres(url, {
    max: poolSize,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
  return { pool, db: drizzle(pool, { schema, casing: "snake_case" }) };
}

/** The app's database, connected at first use. */
export function database(): Database {
  pools.ladingDatabase ??= connect(env().DATABASE_URL, env().DATABASE_POOL_SIZE);
  return pools.ladingDatabase.db;
}

/** Closes the app's pool; for scripts and tests that must end. */
export async function closeDatabase(): Promise<void> {
  const open = pools.ladingDatabase;
  pools.ladingDatabase = undefined;
  await open?.pool.end({ timeout: 5 });
}

/**
 * Runs `work` in one transaction that sees the rows of one company only: row-level security reads the
 * company from the transaction, so a query that forgets its `where` still finds nobody else's rows.
 */
export function inCompany<T>(scope: CompanyScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.company_id', ${idToUuid("company", scope.companyId)}, true)`);
    return work(tx);
  });
}

/**
 * Runs `work` without a company: sign-in and the `platform_…` functions of `db/queries/across-companies.ts`
 * only. Tenant tables are empty in here.
 */
export function withoutCompany<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(work);
}
