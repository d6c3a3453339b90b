import { expect, test } from "vitest";
import { canMoveLoad, LOAD_STATUSES } from "#server/loads/rules/load-status.ts";
import { isFundingPlausible, nextLoadStatus } from "./next-load-status.ts";

test.each(LOAD_STATUSES)("OTR's acceptance moves a load from queued only (%s)", (status) => {
  expect(nextLoadStatus(status, "accepted")).toBe(status === "queued" ? "invoiced" : status);
});

test.each(LOAD_STATUSES)("funding moves a load from invoiced only (%s)", (status) => {
  expect(nextLoadStatus(status, "funded")).toBe(status === "invoiced" ? "financed" : status);
});

test("no event skips a step or walks back", () => {
  for (const status of LOAD_STATUSES) {
    for (const event of ["accepted", "funded"] as const) {
      const next = nextLoadStatus(status, event);
      expect(next === status || canMoveLoad(status, next)).toBe(true);
    }
  }
});

test("a funded load that was put back to the queue is not plausible, a completed one is", () => {
  expect(isFundingPlausible("queued")).toBe(false);
  expect(isFundingPlausible("completed")).toBe(true);
});
