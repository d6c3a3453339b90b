import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  customers,
  factoringBatches,
  importantInfoVersions,
  integrations,
  invoicingMethods,
  loads,
  subsidiaries,
} from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/**
 * The subsidiaries that factor, or have an OTR login, by name, with what the login has met since its last good call.
 * At most 100.
 */
export function listFactoringDesks(tx: Tx, scope: CompanyScope) {
  const factors = sql`exists (select 1 from ${invoicingMethods} method
    where method.company_id = ${subsidiaries.companyId} and method.subsidiary_id = ${subsidiaries.id}
      and method.method = 'factoring')`;
  const { lastError, lastErrorAt, lastSuccessAt } = integrations;
  return tx
    .select({
      subsidiaryId: subsidiaries.id,
      subsidiaryName: subsidiaries.name,
      usdotNumber: subsidiaries.usdotNumber,
      integrationStatus: integrations.status,
      lastError: sql<
        string | null
      >`case when ${lastErrorAt} > coalesce(${lastSuccessAt}, '-infinity') then ${lastError} end`,
    })
    .from(subsidiaries)
    .leftJoin(
      integrations,
      and(eq(integrations.companyId, subsidiaries.companyId), eq(integrations.subsidiaryId, subsidiaries.id)),
    )
    .where(
      and(
        eq(subsidiaries.companyId, scope.companyId),
        or(factors, sql`${integrations.status} in ('active', 'unverified', 'rejected')`),
      ),
    )
    .orderBy(asc(subsidiaries.name))
    .limit(100);
}

/** True once the company has submitted a batch. */
export async function hasAnyBatch(tx: Tx, scope: CompanyScope): Promise<boolean> {
  const rows = await tx
    .select({ id: factoringBatches.id })
    .from(factoringBatches)
    .where(eq(factoringBatches.companyId, scope.companyId))
    .limit(1);
  return rows.length > 0;
}

/** What a company has on its way to its first batch. */
export async function findFirstFacts(tx: Tx, scope: CompanyScope) {
  const { companyId } = scope;
  const there = (table: SQL) => sql<boolean>`exists (${table})`;
  const [facts] = await tx
    .select({
      hasUsdot: there(sql`select 1 from ${subsidiaries}
        where ${and(eq(subsidiaries.companyId, companyId), sql`${subsidiaries.usdotNumber} <> ''`)}`),
      hasNotice: there(sql`select 1 from ${importantInfoVersions}
        where ${and(
          eq(importantInfoVersions.companyId, companyId),
          eq(importantInfoVersions.kind, "notice_of_assignment"),
          sql`${importantInfoVersions.body} <> ''`,
        )}`),
      hasLogin: there(sql`select 1 from ${integrations}
        where ${and(eq(integrations.companyId, companyId), sql`${integrations.status} in ('active', 'unverified')`)}`),
      hasFactoredBroker: there(sql`select 1 from ${customers} inner join ${invoicingMethods}
        on ${and(eq(invoicingMethods.companyId, customers.companyId), eq(invoicingMethods.customerId, customers.id))}
        where ${and(
          eq(customers.companyId, companyId),
          eq(invoicingMethods.method, "factoring"),
          sql`${customers.mcNumber} is not null`,
        )}`),
      hasLoad: there(sql`select 1 from ${loads} where ${eq(loads.companyId, companyId)}`),
      hasQueuedLoad: there(sql`select 1 from ${loads}
        where ${and(eq(loads.companyId, companyId), sql`${loads.status} = 'queued'`)}`),
    })
    .from(sql`(select 1) as one`);
  if (!facts) throw new Error("A select without a table came back without a row.");
  return facts;
}
