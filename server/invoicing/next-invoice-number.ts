import type { Tx } from "#db/client.ts";
import { findFreeInvoiceNumber, findLatestInvoiceNumber } from "#db/queries/invoices.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { NumberWanted } from "./schemas.ts";

/** Suggested where a subsidiary has no invoice and nobody said where its numbers begin. */
const FIRST = 1001;

type Series = { id: SubsidiaryId; name: string; firstNumber: string | undefined };

/**
 * The number of the subsidiary's next invoice: one more than its latest, and free in the whole company. Digits only,
 * as OTR prefers them (OTR §5.2). The first one is a person's to choose: the carrier has invoiced before Lading, and a
 * number that OTR has seen would be taken for that invoice. Call `lockInvoiceNumbers` first.
 */
export async function nextInvoiceNumber(
  tx: Tx,
  scope: CompanyScope,
  { id, name, firstNumber }: Series,
): Promise<string | NumberWanted> {
  const latest = await findLatestInvoiceNumber(tx, scope, id);
  if (latest !== undefined) return findFreeInvoiceNumber(tx, scope, Number(latest) + 1);
  const suggestion = await findFreeInvoiceNumber(tx, scope, Number(firstNumber ?? FIRST));
  if (suggestion === firstNumber) return suggestion;
  const problem =
    firstNumber === undefined
      ? null
      : `Another invoice of your company has the number ${firstNumber}. ${suggestion} is free.`;
  return { subsidiaryName: name, suggestion, problem };
}
