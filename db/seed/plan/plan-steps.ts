import { LOAD_STATUSES, type LoadStatus } from "#server/loads/rules/load-status.ts";
import type { Calendar } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Step } from "./plan-types.ts";

/** The days a load's life is hung on, in days ago. `queued` is the day its documents were merged. */
export type LoadDays = { pickup: number; delivered: number; queued: number };

const MINUTE_MS = 60_000;

const SIDE_PATHS: Readonly<Partial<Record<LoadStatus, readonly LoadStatus[]>>> = {
  tonu: ["open", "dispatched", "tonu"],
  cancelled: ["open", "cancelled"],
};

/** Every step of a load up to `status`, none skipped, each after the one before and none in the future (R17). */
export function planSteps(random: Random, calendar: Calendar, status: LoadStatus, days: LoadDays): Step[] {
  const path = SIDE_PATHS[status] ?? LOAD_STATUSES.slice(0, LOAD_STATUSES.indexOf(status) + 1);
  const planned = plannedTimes(random, calendar, days);
  const steps: Step[] = [];
  let earliest = 0;
  for (const step of path) {
    const at = new Date(Math.max(planned[step]?.getTime() ?? 0, earliest));
    steps.push({ status: step, at });
    earliest = at.getTime() + random.int(12, 50) * MINUTE_MS;
  }
  return notInTheFuture(steps, calendar.now);
}

/** Times up to queued; factoring sets those that follow. */
function plannedTimes(
  random: Random,
  calendar: Calendar,
  { pickup, delivered, queued }: LoadDays,
): Partial<Record<LoadStatus, Date>> {
  const hour = (from: number, to: number) => from + random.next() * (to - from);
  const created = Math.max(pickup, 0) + random.int(1, 3);
  return {
    open: calendar.at(created, hour(8, 17)),
    dispatched: calendar.at(Math.max(pickup, 0) + random.int(0, 1), hour(6, 9)),
    in_transit: calendar.at(pickup, hour(9, 15)),
    delivered: calendar.at(delivered, hour(10, 20)),
    released: calendar.at(Math.max(queued, delivered - random.int(0, 1)), hour(8, 12)),
    queued: calendar.at(queued, hour(9, 14)),
    tonu: calendar.at(pickup, hour(9, 15)),
    cancelled: calendar.at(pickup, hour(8, 15)),
  };
}

/** Moves a life that would reach past now back as a whole, so that its order stays. */
function notInTheFuture(steps: Step[], now: Date): Step[] {
  const last = steps.at(-1)?.at.getTime() ?? 0;
  const latest = now.getTime() - 20 * MINUTE_MS;
  if (last <= latest) return steps;
  return steps.map(({ status, at }) => ({ status, at: new Date(at.getTime() - (last - latest)) }));
}
