import { AsyncLocalStorage } from "node:async_hooks";
import { type SQL, sql } from "drizzle-orm";
import { baseEnv } from "#server/env.ts";
import { type CompanyId, idToUuid } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type Database, openPool, type Pool } from "./pool.ts";

export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

// On globalThis, because the development server reloads this module and must not open a pool each time.
const pools: { ladingDatabase?: Pool } = globalThis as never;

/** Does `work` on the app's database, connected at first use; outside a transaction only what belongs to no company. */
export function onDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  pools.ladingDatabase ??= openPool(baseEnv().DATABASE_URL, baseEnv().DATABASE_POOL_SIZE);
  return pools.ladingDatabase.use(work);
}

/** Closes the app's pool for good; for scripts and tests that must end. What comes late is refused. */
export async function closeDatabase(): Promise<void> {
  await pools.ladingDatabase?.end();
}

/**
 * Runs `work` in one transaction that sees the rows of one company only: row-level security reads the
 * company from the transaction, so a query that forgets its `where` still finds nobody else's rows.
 */
export function inCompany<T>(scope: CompanyScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const shared = reading.getStore();
  if (shared && !shared.isOver && shared.companyId === scope.companyId) return work(shared.tx);
  return onDatabase((db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select ${seeing(scope)}`);
      return work(tx);
    }),
  );
}

type SharedReading = { companyId: CompanyId; tx: Tx; isOver: boolean };

const reading = new AsyncLocalStorage<SharedReading>();

/**
 * Lets every `inCompany` of that company within `work` read in one transaction, which can't write: what a page shows
 * is asked for on one connection, one statement behind the other, without a beginning and an end for each.
 */
export function readTogether<T>(scope: CompanyScope, work: () => Promise<T>): Promise<T> {
  const { companyId } = scope;
  return onDatabase((db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select ${seeing(scope)}, set_config('transaction_read_only', 'on', true)`);
      const shared = { companyId, tx, isOver: false };
      try {
        return await reading.run(shared, work);
      } finally {
        shared.isOver = true;
      }
    }),
  );
}

function seeing({ companyId }: CompanyScope): SQL {
  return sql`set_config('app.company_id', ${idToUuid("company", companyId)}, true)`;
}

/**
 * Runs `work` without a company: sign-in and the `platform_…` functions of `db/queries/across-companies.ts`
 * only. Tenant tables are empty in here.
 */
export function withoutCompany<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return onDatabase((db) => db.transaction(work));
}
