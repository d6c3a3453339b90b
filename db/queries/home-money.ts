import { and, eq, gte, isNull, not, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { batchInvoices, loads } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { hasLiveSubmission, isQueued } from "./factoring-queue-conditions.ts";
import { isFactored, loadsInStatus } from "./home-loads.ts";

const stage = {
  count: sql<number>`count(*)::int`,
  cents: sql<number>`coalesce(sum(${batchInvoices.amountCents}), 0)`.mapWith(Number),
};

const none = { count: 0, cents: 0 };

/** Queued loads that are factored and in no batch under way, over all subsidiaries. */
export async function countQueuedMoney(tx: Tx, scope: CompanyScope) {
  const [row] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      cents: sql<number>`coalesce(sum(${loads.totalCents}), 0)`.mapWith(Number),
    })
    .from(loadsInStatus(tx, scope, isQueued))
    .where(and(isFactored, not(hasLiveSubmission)));
  return row ?? none;
}

/** Accepted invoices that OTR has neither funded nor closed, through the index batch_invoices_open. */
export async function countOpenMoney(tx: Tx, scope: CompanyScope) {
  const [row] = await tx
    .select(stage)
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        sql`${batchInvoices.purchaseOpen}`,
        isNull(batchInvoices.withdrawnAt),
      ),
    );
  return row ?? none;
}

type Since = { from: string; timeZone: string };

/** Invoices financed since a local day began, through the index batch_invoices_funded. */
export async function countFinancedMoney(tx: Tx, scope: CompanyScope, since: Since) {
  const [row] = await tx
    .select(stage)
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), happenedSince(batchInvoices.fundedAt, since)));
  return row ?? none;
}

/** Cents by week (its Monday in the zone) of what OTR accepted, or financed, since a local day began. */
export function listMoneyByWeek(tx: Tx, scope: CompanyScope, what: "accepted" | "financed", since: Since) {
  const at = what === "accepted" ? batchInvoices.acceptedAt : batchInvoices.fundedAt;
  const monday = sql<string>`to_char(date_trunc('week', ${at} at time zone ${since.timeZone}), 'YYYY-MM-DD')`;
  return tx
    .select({ monday, cents: stage.cents })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        happenedSince(at, since),
        what === "accepted" ? isNull(batchInvoices.withdrawnAt) : undefined,
      ),
    )
    .groupBy(sql`1`);
}

function happenedSince(at: PgColumn, { from, timeZone }: Since): SQL {
  return gte(at, sql`${from}::timestamp at time zone ${timeZone}`);
}
