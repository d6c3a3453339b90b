import type { Tx } from "#db/client.ts";
import { listInvoicing } from "#db/queries/customer-invoicing.ts";
import { toInvoicing } from "#server/customers/to-invoicing.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { CreditMark } from "./rules/credit-mark.ts";

type Of = { customerId: CustomerId; subsidiaryId: SubsidiaryId };

/**
 * The credit icons of a page of a list that shows brokers (R12), in one statement: a look-up by customer and
 * subsidiary, null where no icon stands (R13).
 */
export async function readCreditMarks(
  tx: Tx,
  scope: CompanyScope,
  rows: readonly { customerId: CustomerId }[],
): Promise<(of: Of) => CreditMark | null> {
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const found = customerIds.length === 0 ? [] : await listInvoicing(tx, scope, customerIds);
  const marks = new Map(found.map((row) => [keyOf(row), toInvoicing(row).credit]));
  return (of) => marks.get(keyOf(of)) ?? null;
}

function keyOf({ customerId, subsidiaryId }: Of): string {
  return `${customerId} ${subsidiaryId}`;
}
