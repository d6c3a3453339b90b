import { sumCents } from "#server/kernel/money.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import type { Calendar } from "../calendar.ts";
import type { SubsidiaryKey } from "../data/companies.ts";
import { LANES } from "../data/lanes.ts";
import type { CustomerPool, Papers } from "../data/load-groups.ts";
import { idAt } from "../id-at.ts";
import type { Random } from "../random.ts";
import { planCharges, planPoNumber, planTonuCharge } from "./plan-charges.ts";
import { customersIn } from "./plan-customers.ts";
import { planSteps } from "./plan-steps.ts";
import type { CustomerPlan, LoadPlan } from "./plan-types.ts";

/** What plans are made from. */
export type Ground = {
  random: Random;
  calendar: Calendar;
  customers: readonly CustomerPlan[];
  usedPos: Set<string>;
};

export type LoadWish = {
  subsidiary: SubsidiaryKey;
  status: LoadStatus;
  pool: CustomerPool;
  papers: Papers;
  /** Days ago. */
  delivered: number;
  queued?: number;
  poMissing?: boolean;
};

const DELIVERED_ON: ReadonlySet<LoadStatus> = new Set([
  "delivered",
  "released",
  "queued",
  "invoiced",
  "financed",
  "completed",
]);

/** One load as wished; its numbers come later, in the order of time. */
export function planLoad(ground: Ground, wish: LoadWish): LoadPlan {
  const { random, calendar } = ground;
  const lane = random.pick(LANES);
  const pickup = wish.delivered + transitDays(lane[4]);
  const queued = wish.queued ?? Math.max(1, wish.delivered - random.int(1, 2));
  // Factoring moves a load on from queued; its steps are added with the batch.
  const status = wish.status === "invoiced" ? "queued" : wish.status;
  const steps = planSteps(random, calendar, status, { pickup, delivered: wish.delivered, queued });
  const customer = pickCustomer(ground, wish);
  const lines = wish.status === "tonu" ? planTonuCharge(random) : planCharges(random, lane);
  const created = steps[0]?.at ?? calendar.now;
  const merged = steps.find((step) => step.status === "queued")?.at;
  return {
    id: idAt("load", created),
    subsidiary: wish.subsidiary,
    customer,
    loadNumber: "",
    poNumber: wish.poMissing ? "" : unusedPo(ground, customer),
    lane,
    weightLb: random.int(180, 445) * 100,
    lines,
    totalCents: sumCents(lines.map((line) => line.amountCents)),
    pickupOn: calendar.date(pickup),
    deliveredOn: DELIVERED_ON.has(wish.status) ? calendar.date(wish.delivered) : null,
    steps,
    papers: wish.papers,
    invoice: merged
      ? { id: idAt("invoice", merged), number: "", date: calendar.date(queued), at: merged }
      : null,
  };
}

function transitDays(miles: number): number {
  return Math.ceil(miles / 550);
}

/** Some customers give far more freight than others. */
function pickCustomer({ random, customers }: Ground, { pool, subsidiary }: LoadWish): CustomerPlan {
  const candidates = customersIn(pool, subsidiary, customers);
  const favoured = candidates.slice(0, Math.ceil(candidates.length / 3));
  return random.pick(random.chance(0.45) ? favoured : candidates);
}

/** OTR takes a PO once per carrier, so none is used twice. */
function unusedPo({ random, usedPos }: Ground, { poPattern }: CustomerPlan): string {
  for (;;) {
    const poNumber = planPoNumber(random, poPattern);
    if (usedPos.has(poNumber)) continue;
    usedPos.add(poNumber);
    return poNumber;
  }
}
