import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LiveNotice } from "./schemas.ts";

/** The PostgreSQL channel that carries the notices of all companies. */
export const LIVE_CHANNEL = "lading_live";

/** Tells every open page of the company to look again, once the transaction commits. */
export async function notify(tx: Tx, scope: CompanyScope, ...notices: LiveNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const messages = notices.map((notice) => JSON.stringify({ companyId: scope.companyId, ...notice }));
  await tx.execute(
    sql`select pg_notify(${LIVE_CHANNEL}, message) from unnest(${sql.param(messages)}::text[]) as message`,
  );
}
