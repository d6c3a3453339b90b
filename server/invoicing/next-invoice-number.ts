import type { Tx } from "#db/client.ts";
import { findFreeInvoiceNumber, findLatestInvoiceNumber } from "#db/queries/invoices.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** Where a subsidiary without invoices begins. */
const FIRST = 1001;

/**
 * The number of the subsidiary's next invoice: one more than its latest, and free in the whole company. Digits only,
 * as OTR prefers them (OTR §5.2). Call `lockInvoiceNumbers` first.
 */
export async function nextInvoiceNumber(
  tx: Tx,
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
): Promise<string> {
  const latest = await findLatestInvoiceNumber(tx, scope, subsidiaryId);
  return findFreeInvoiceNumber(tx, scope, latest === undefined ? FIRST : Number(latest) + 1);
}
