import type { SubsidiaryKey, SubsidiaryRow } from "../data/companies.ts";
import type { LoadPlan } from "./plan-types.ts";

/** Gives loads and invoices their running numbers, each in the order it was made, and sorts the loads by age. */
export function numberLoads(
  loads: LoadPlan[],
  subsidiaries: Partial<Record<SubsidiaryKey, SubsidiaryRow>>,
): LoadPlan[] {
  const sorted = loads.toSorted((one, other) => madeAt(one) - madeAt(other));
  for (const [key, subsidiary] of Object.entries(subsidiaries)) {
    const own = sorted.filter((load) => load.subsidiary === key);
    for (const [index, load] of own.entries()) {
      load.loadNumber = `${subsidiary.loadPrefix}${subsidiary.firstLoad + index}`;
    }
    const invoices = own
      .flatMap(({ invoice }) => invoice ?? [])
      .toSorted((one, other) => one.at.getTime() - other.at.getTime());
    for (const [index, invoice] of invoices.entries()) {
      invoice.number = String(subsidiary.firstInvoice + index);
    }
  }
  return sorted;
}

function madeAt(load: LoadPlan): number {
  return load.steps[0]?.at.getTime() ?? 0;
}
