import type { Calendar } from "../calendar.ts";
import { BATCHES } from "../data/batches.ts";
import { SAMPLE_SUBSIDIARIES } from "../data/companies.ts";
import { sampleGroups } from "../data/load-groups.ts";
import type { Random } from "../random.ts";
import { numberLoads } from "./number-loads.ts";
import { planBatches } from "./plan-batches.ts";
import { planCustomers } from "./plan-customers.ts";
import { planGroups } from "./plan-groups.ts";
import { planSyncs } from "./plan-syncs.ts";
import type { BatchPlan, CustomerPlan, LoadPlan, SyncRunPlan } from "./plan-types.ts";

/** All that happened to Sample Hauling Inc; loads oldest first, batches and syncs in order of time. */
export type DemoPlan = {
  customers: CustomerPlan[];
  loads: LoadPlan[];
  batches: BatchPlan[];
  runs: SyncRunPlan[];
};

type Setting = { random: Random; calendar: Calendar; since: Date; queuedReady: number };

/** Plans the demo without writing any of it. The same chance and calendar give the same plan, apart from ids. */
export function planDemo({ random, calendar, since, queuedReady }: Setting): DemoPlan {
  const customers = planCustomers(["sample", "river"], since);
  const ground = { random, calendar, customers, usedPos: new Set<string>() };
  const batches = planBatches(ground, BATCHES);
  const submitted = batches.flatMap((batch) => batch.invoices.map(({ load }) => load));
  const others = planGroups(ground, sampleGroups(queuedReady));
  const loads = numberLoads([...submitted, ...others], SAMPLE_SUBSIDIARIES);
  return { customers, loads, batches, runs: planSyncs(calendar, batches) };
}
