import { describe, expect, test } from "vitest";
import { SUBMISSION_STATES } from "#server/factoring/rules/submission-state.ts";
import { LOAD_STATUSES, type LoadStatus } from "./load-status.ts";
import { cameFrom, isReason, type RevertFacts, revertPlan } from "./revert.ts";

const facts = (change: Partial<RevertFacts>): RevertFacts => ({
  status: "delivered",
  cameFrom: null,
  live: null,
  hasInvoice: false,
  mayBill: true,
  ...change,
});
const accepted = { state: "accepted", needsReview: false, isFunded: false } as const;
const targets = (change: Partial<RevertFacts>) => revertPlan(facts(change)).targets.map(({ to }) => to);

const ONE_STEP: Record<LoadStatus, LoadStatus[]> = {
  open: [],
  dispatched: ["open"],
  in_transit: ["dispatched"],
  delivered: ["in_transit"],
  released: ["delivered"],
  queued: ["released"],
  invoiced: ["queued", "released"],
  financed: [],
  completed: [],
  tonu: ["open"],
  cancelled: ["open"],
};

test("every status goes back exactly one step, an invoiced load one or two", () => {
  expect(Object.fromEntries(LOAD_STATUSES.map((status) => [status, targets({ status })]))).toEqual(ONE_STEP);
});

test("a status without a way back says why", () => {
  for (const status of LOAD_STATUSES) {
    const plan = revertPlan(facts({ status }));
    expect(plan.refusal === null).toBe(plan.targets.length > 0);
  }
});

test.each([
  ["tonu", "dispatched", "dispatched"],
  ["cancelled", "in_transit", "in_transit"],
  ["released", "tonu", "tonu"],
  // What the history can't have led here is not gone back to.
  ["released", "queued", "delivered"],
  ["cancelled", "released", "open"],
] as const)("a load that is %s and came from %s goes back to %s", (status, cameFrom, to) => {
  expect(targets({ status, cameFrom })).toEqual([to]);
});

describe("with a submission", () => {
  test.each(SUBMISSION_STATES)(
    "that is %s, a queued load goes back only once nothing is on its way",
    (state) => {
      const plan = revertPlan(facts({ status: "queued", hasInvoice: true, live: { ...accepted, state } }));
      const isSettled = state === "accepted" || state === "failed";
      expect(plan.targets.length > 0).toBe(isSettled);
      for (const target of plan.targets)
        expect(target).toMatchObject({ voidsInvoice: true, withdraws: true });
    },
  );

  test("whose answer stays lost, a person may take it back", () => {
    const live = { state: "unknown", needsReview: true, isFunded: false } as const;
    expect(targets({ status: "queued", live })).toEqual(["released"]);
  });

  test("that OTR has funded, nothing goes back, whatever the status", () => {
    for (const status of LOAD_STATUSES) {
      expect(targets({ status, live: { ...accepted, isFunded: true } })).toEqual([]);
    }
  });

  test("only those with the Billing permission take it back", () => {
    expect(revertPlan(facts({ status: "invoiced", live: accepted, mayBill: false })).refusal).toMatch(
      /“Billing” permission/,
    );
    expect(targets({ status: "queued", hasInvoice: true, mayBill: false })).toEqual(["released"]);
  });
});

test("going back to Queued keeps the invoice, going further voids it", () => {
  expect(revertPlan(facts({ status: "invoiced", live: accepted, hasInvoice: true })).targets).toMatchObject([
    { to: "queued", voidsInvoice: false, withdraws: true },
    { to: "released", voidsInvoice: true, withdraws: true },
  ]);
});

test("the history tells which way a load came, past what was reverted since", () => {
  const history = [
    { from: "queued", to: "released" },
    { from: "released", to: "queued" },
    { from: "tonu", to: "released" },
    { from: "delivered", to: "released" },
  ] as const;
  expect(cameFrom("released", history)).toBe("tonu");
  expect(cameFrom("cancelled", history)).toBeNull();
});

test.each([
  ["Broker pays us", true],
  ["wrong rate", true],
  ["", false],
  ["mistake", false],
  ["a b", false],
  ["            x", false],
])("%j as a reason: %s", (text, enough) => {
  expect(isReason(text)).toBe(enough);
});
