import { expect, test } from "vitest";
import { SUBMISSION_STATES } from "./submission-state.ts";
import { withdrawalRefusal } from "./withdrawal.ts";

const takenBack = { accepted: true, failed: true } as Partial<Record<string, boolean>>;

test.each(SUBMISSION_STATES)(
  "an invoice that is %s is taken back only when no call can be on its way",
  (state) => {
    const isFree = withdrawalRefusal({ state, needsReview: false, isFunded: false }) === null;
    expect(isFree).toBe(takenBack[state] ?? false);
  },
);

test("a lost answer is taken back once its replays are used up", () => {
  expect(withdrawalRefusal({ state: "unknown", needsReview: true, isFunded: false })).toBeNull();
});

test("a funded invoice stays where the money is", () => {
  expect(withdrawalRefusal({ state: "accepted", needsReview: false, isFunded: true })).toContain("funded");
});
