import { type SQL, sql } from "drizzle-orm";
import type { batchInvoices } from "#db/schema/index.ts";

type Columns = Pick<typeof batchInvoices, "withdrawnAt" | "state" | "otrInvoicePkey">;

/**
 * A submission is underway, accepted, or exists at OTR, and nobody took it back (R27). Written as in the unique index
 * that lets a load have one of them only.
 */
export function isLive({ withdrawnAt, state, otrInvoicePkey }: Columns): SQL {
  return sql`(${withdrawnAt} is null and (${state} <> 'failed' or ${otrInvoicePkey} is not null))`;
}
