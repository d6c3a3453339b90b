import { expect, test } from "vitest";
import { createCalendar } from "../calendar.ts";
import { createRandom } from "../random.ts";
import { planDemo } from "./plan-demo.ts";
import type { LoadPlan } from "./plan-types.ts";

const ZONE = "America/Chicago";
const HOUR_MS = 3_600_000;

function planAt(now: Date, seed = 417) {
  const calendar = createCalendar(now, ZONE);
  return planDemo({ random: createRandom(seed), calendar, since: calendar.at(125, 9), queuedReady: 60 });
}

/** Readable in the order of Factoring Upload: oldest delivery first. */
function readyLoads(loads: readonly LoadPlan[]): LoadPlan[] {
  return loads
    .filter((load) => {
      const isQueued = load.subsidiary === "sample" && load.steps.at(-1)?.status === "queued";
      return (
        isQueued &&
        load.papers === "merged" &&
        load.poNumber !== "" &&
        load.customer.methods.sample === "factoring"
      );
    })
    .toSorted((one, other) => (one.deliveredOn ?? "").localeCompare(other.deliveredOn ?? ""));
}

// Every hour of a week with a change to winter time in it, in steps that meet each hour of day and each weekday.
const NOWS = Array.from({ length: 34 }, (_, index) => new Date(Date.UTC(2026, 9, 30) + index * 5 * HOUR_MS));

test.each(NOWS)("whenever the demo is made (%o), nothing of it lies in the future or out of order", (now) => {
  const { loads, batches, runs } = planAt(now);
  for (const { steps, loadNumber } of loads) {
    const times = steps.map(({ at }) => at.getTime());
    expect(times, loadNumber).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1), loadNumber).toBeLessThan(now.getTime());
  }
  expect(batches.map(({ at }) => at)).toEqual(
    batches.map(({ at }) => at).toSorted((one, other) => +one - +other),
  );
  expect(Math.max(...runs.map(({ finishedAt }) => +finishedAt))).toBeLessThan(+now);
});

test.each(NOWS)(
  "whenever the demo is made (%o), the 25 oldest ready loads hold both without an MC number",
  (now) => {
    const ready = readyLoads(planAt(now).loads);
    expect(ready).toHaveLength(60);
    expect(ready.filter(({ customer }) => customer.mcNumber === null)).toHaveLength(2);
    expect(ready.slice(0, 25).filter(({ customer }) => customer.mcNumber === null)).toHaveLength(2);
  },
);

test("no PO number is used twice: OTR takes one only once per carrier", () => {
  const pos = planAt(new Date("2026-11-24T15:30:00Z")).loads.flatMap(({ poNumber }) => poNumber || []);
  expect(new Set(pos).size).toBe(pos.length);
});

test("the same seed gives the same demo, another seed another", () => {
  const now = new Date("2026-11-24T15:30:00Z");
  const facts = (seed: number) =>
    planAt(now, seed).loads.map(({ loadNumber, poNumber, totalCents, customer }) => [
      loadNumber,
      poNumber,
      totalCents,
      customer.name,
    ]);
  expect(facts(417)).toEqual(facts(417));
  expect(facts(418)).not.toEqual(facts(417));
});
