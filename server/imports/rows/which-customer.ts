import type { CustomerId } from "#server/kernel/ids.ts";
import { quoteCell } from "../rules/cell.ts";
import type { RowProblem } from "../rules/row-reading.ts";

export type KnownCustomer = { id: CustomerId; name: string; mcNumber: string | null };

type Wanted = { customerName: string; customerMc: string | null };

type Found = { customer: KnownCustomer } | { problem: RowProblem };

/**
 * The customer that a row means: by its name in whatever case of letters, else by its MC number. An MC number that
 * contradicts the name is a problem: the invoice would go to the wrong broker.
 */
export function customerFinder(known: readonly KnownCustomer[]): (wanted: Wanted) => Found {
  const byName = Map.groupBy(known, ({ name }) => name.toLowerCase());
  const byMc = Map.groupBy(known, ({ mcNumber }) => mcNumber);
  return ({ customerName, customerMc }) => {
    const named = byName.get(customerName.toLowerCase()) ?? [];
    const exact = named.find(({ name }) => name === customerName);
    const candidates = exact ? [exact] : named;
    if (candidates.length > 0) return single(candidates, customerName, "customer", customerMc);
    const numbered = customerMc ? (byMc.get(customerMc) ?? []) : [];
    if (numbered.length > 0) return single(numbered, `MC ${customerMc}`, "customerMc", customerMc);
    return { problem: unknownCustomer(customerName, customerMc) };
  };
}

function single(
  candidates: readonly KnownCustomer[],
  called: string,
  field: string,
  mcNumber: string | null,
): Found {
  const [customer, another] = candidates;
  if (!customer || another) {
    const names = candidates.slice(0, 3).map(({ name }) => name);
    const reason = `${quoteCell(called)} is ${candidates.length} customers: ${names.join(", ")}. Write the one’s exact name.`;
    return { problem: { field, reason } };
  }
  if (mcNumber && customer.mcNumber && mcNumber !== customer.mcNumber) {
    const reason = `The row says MC ${mcNumber}, but ${customer.name} has MC ${customer.mcNumber}. Correct the row or the customer.`;
    return { problem: { field: "customerMc", reason } };
  }
  return { customer };
}

function unknownCustomer(name: string, mcNumber: string | null): RowProblem {
  const called = [name && quoteCell(name), mcNumber && `MC ${mcNumber}`].filter(Boolean).join(" with ");
  return {
    field: name ? "customer" : "customerMc",
    reason: `Your company has no customer ${called}. Import or add the customer first.`,
    mend: "import_customers",
  };
}
