import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  customers,
  importantInfoVersions,
  invoices,
  invoicingMethods,
  loadStatusChanges,
  loads,
  subsidiaries,
} from "#db/schema/index.ts";
import type { DocumentId, InvoiceId, LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** A load with all that its invoice names. */
export type InvoicedLoad = NonNullable<Awaited<ReturnType<typeof findInvoicedLoad>>>;

/** A load with its customer, its subsidiary and how the one is invoiced for the other; undefined for no such load. */
export async function findInvoicedLoad(tx: Tx, scope: CompanyScope, id: LoadId) {
  const [row] = await tx
    .select({ load: loads, customer: customers, subsidiary: subsidiaries, method: invoicingMethods.method })
    .from(loads)
    .innerJoin(customers, and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId)))
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, loads.companyId), eq(subsidiaries.id, loads.subsidiaryId)),
    )
    .leftJoin(
      invoicingMethods,
      and(
        eq(invoicingMethods.companyId, loads.companyId),
        eq(invoicingMethods.customerId, loads.customerId),
        eq(invoicingMethods.subsidiaryId, loads.subsidiaryId),
      ),
    )
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.id, id)));
  return row;
}

/** The version of each of a subsidiary's texts that is valid now, through the index important_info_current. */
export function listTextsInForce(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId) {
  const { kind, version } = importantInfoVersions;
  return tx
    .selectDistinctOn([kind], { id: importantInfoVersions.id, kind, body: importantInfoVersions.body })
    .from(importantInfoVersions)
    .where(
      and(
        eq(importantInfoVersions.companyId, scope.companyId),
        eq(importantInfoVersions.subsidiaryId, subsidiaryId),
      ),
    )
    .orderBy(kind, desc(version));
}

/** Where a load came from when it was last released; undefined where its history doesn't say. */
export async function findReleasedFrom(tx: Tx, scope: CompanyScope, id: LoadId) {
  const [row] = await tx
    .select({ from: loadStatusChanges.fromStatus })
    .from(loadStatusChanges)
    .where(
      and(
        eq(loadStatusChanges.companyId, scope.companyId),
        eq(loadStatusChanges.loadId, id),
        eq(loadStatusChanges.toStatus, "released"),
      ),
    )
    .orderBy(desc(loadStatusChanges.id))
    .limit(1);
  return row?.from ?? undefined;
}

/**
 * Whoever makes an invoice for the company waits here for the others, until their transactions end; nobody else does.
 */
export async function lockInvoiceNumbers(tx: Tx, scope: CompanyScope): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`invoice numbers of ${scope.companyId}`}, 0))`,
  );
}

/** The number of the subsidiary's latest invoice, void ones included; undefined before its first. */
export async function findLatestInvoiceNumber(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId) {
  const [row] = await tx
    .select({ number: invoices.invoiceNumber })
    .from(invoices)
    .innerJoin(loads, and(eq(loads.companyId, invoices.companyId), eq(loads.id, invoices.loadId)))
    .where(
      and(
        eq(invoices.companyId, scope.companyId),
        eq(loads.subsidiaryId, subsidiaryId),
        sql`${invoices.invoiceNumber} ~ '^[0-9]{1,12}$'`,
      ),
    )
    .orderBy(desc(invoices.id))
    .limit(1);
  return row?.number;
}

/**
 * The first number from `from` on that no invoice of the company has: the series of two subsidiaries may meet. Looks at
 * ten thousand numbers through the index invoices_number. They are made into texts beforehand: row-level security lets
 * only comparisons into the index that can't tell anything of other companies' rows, and a conversion could.
 */
export async function findFreeInvoiceNumber(tx: Tx, scope: CompanyScope, from: number): Promise<string> {
  const rows = await tx.execute<{ number: string }>(sql`
    with candidate as materialized (
      select n::text as number from generate_series(${from}::bigint, ${from + 10_000}::bigint) n)
    select candidate.number from candidate
    where not exists (
      select 1 from ${invoices} taken
      where taken.company_id = ${idToUuid("company", scope.companyId)} and taken.invoice_number = candidate.number)
    limit 1`);
  const [row] = rows;
  if (!row) throw new Error("no invoice number is free");
  return row.number;
}

/** Adds an invoice. Call `lockInvoiceNumbers` before its number is chosen. */
export async function insertInvoice(
  tx: Tx,
  scope: CompanyScope,
  row: Omit<typeof invoices.$inferInsert, "companyId">,
): Promise<void> {
  await tx.insert(invoices).values({ ...row, companyId: scope.companyId });
}

/** Names the merged document of an invoice: what goes to the factor. */
export async function updateInvoicePacket(
  tx: Tx,
  scope: CompanyScope,
  id: InvoiceId,
  packetDocumentId: DocumentId,
): Promise<void> {
  await tx
    .update(invoices)
    .set({ packetDocumentId })
    .where(and(eq(invoices.companyId, scope.companyId), eq(invoices.id, id)));
}
