import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import { BROKERS, type BrokerRow } from "../data/brokers.ts";
import type { SubsidiaryKey } from "../data/companies.ts";
import type { CustomerPool } from "../data/load-groups.ts";
import { SHIPPERS } from "../data/shippers.ts";
import { idAt } from "../id-at.ts";
import type { CustomerPlan } from "./plan-types.ts";

/** Brokers that a subsidiary bills itself; all others it factors. */
const NOT_FACTORED: Readonly<Partial<Record<SubsidiaryKey, Readonly<Record<string, InvoicingMethod>>>>> = {
  sample: {
    "Ironwood Dispatch Co": "email",
    "Quarry Road Logistics": "email",
    "Pine Harbor Logistics LLC": "online_system",
  },
  river: {
    "Harvest Line Brokers Inc": "email",
    "Tallgrass Logistics Group": "edi",
    "Ironwood Dispatch Co": "email",
    "Canal Street Forwarding": "originals",
    "Windrow Freight Co": "email",
  },
};

/** The brokers and shippers of a company, known since `since`, with their invoicing method per subsidiary (R11). */
export function planCustomers(
  subsidiaries: readonly SubsidiaryKey[],
  since: Date,
  brokers: readonly BrokerRow[] = BROKERS,
): CustomerPlan[] {
  const factored = brokers.map(([name, mcNumber, street, city, state, zip, poPattern, credit]) => ({
    id: idAt("customer", since),
    name,
    kind: "broker" as const,
    mcNumber,
    ...{ street, city, state, zip, poPattern, credit },
    methods: methodsOf(subsidiaries, (key) => NOT_FACTORED[key]?.[name] ?? "factoring"),
  }));
  const direct = SHIPPERS.map(([name, street, city, state, zip, poPattern, method]) => ({
    id: idAt("customer", since),
    name,
    kind: "shipper" as const,
    mcNumber: null,
    ...{ street, city, state, zip, poPattern },
    credit: null,
    methods: methodsOf(subsidiaries, () => method),
  }));
  return [...factored, ...direct];
}

/** The customers a load of this pool may be for. */
export function customersIn(
  pool: CustomerPool,
  subsidiary: SubsidiaryKey,
  customers: readonly CustomerPlan[],
): CustomerPlan[] {
  return customers.filter((customer) => POOLS[pool](customer, customer.methods[subsidiary] === "factoring"));
}

const FUNDABLE: ReadonlySet<string | null> = new Set(["approved", "call_credit", "contradictory"]);
const REFUSED: ReadonlySet<string | null> = new Set(["no_buy", "barred_call_credit"]);

const POOLS = {
  fundable: ({ credit, mcNumber }, factored) => factored && mcNumber !== null && FUNDABLE.has(credit),
  no_mc: ({ kind, mcNumber }, factored) => factored && kind === "broker" && mcNumber === null,
  refused: ({ credit }, factored) => factored && REFUSED.has(credit),
  unknown: ({ credit }, factored) => factored && credit === "unknown",
  not_factored: (_customer, factored) => !factored,
  any: ({ credit, mcNumber }) => credit === null || (mcNumber !== null && credit !== "unchecked"),
} as const satisfies Record<CustomerPool, (customer: CustomerPlan, factored: boolean) => boolean>;

function methodsOf(
  subsidiaries: readonly SubsidiaryKey[],
  method: (key: SubsidiaryKey) => InvoicingMethod,
): CustomerPlan["methods"] {
  return Object.fromEntries(subsidiaries.map((key) => [key, method(key)]));
}
