import { expect, test } from "vitest";
import { deliveryRefusal } from "./delivery.ts";

test.each([
  ["2026-11-23", "2026-11-20", null],
  ["2026-11-20", "2026-11-20", null],
  ["2026-11-19", "2026-11-20", /before the pickup/],
  ["2026-11-24", null, /still to come/],
  ["2025-12-31", null, null],
  [null, null, /Enter the day/],
] as const)("delivered on %s, picked up on %s, on Nov 23: %s", (deliveredOn, pickupOn, problem) => {
  const refusal = deliveryRefusal({ deliveredOn, pickupOn, today: "2026-11-23" });
  if (problem) expect(refusal).toMatch(problem);
  else expect(refusal).toBeNull();
});
