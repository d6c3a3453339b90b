import { describe, expect, test } from "vitest";
import { LOAD_STATUSES, type LoadStatus } from "./load-status.ts";
import { HAND_MOVES, type HandMove, handMoves, moveRefusal } from "./load-transitions.ts";

const STEPS: Record<LoadStatus, HandMove[]> = {
  open: ["dispatched", "tonu", "cancelled"],
  dispatched: ["in_transit", "tonu", "cancelled"],
  in_transit: ["delivered", "tonu", "cancelled"],
  delivered: ["released"],
  released: [],
  queued: [],
  invoiced: [],
  financed: ["completed"],
  completed: [],
  tonu: ["released"],
  cancelled: [],
};

test("every status offers exactly its own steps, the way on first", () => {
  expect(Object.fromEntries(LOAD_STATUSES.map((status) => [status, handMoves(status)]))).toEqual(STEPS);
});

test("Queued, Invoiced and Financed are never set by hand", () => {
  expect(HAND_MOVES).not.toEqual(expect.arrayContaining(["queued"]));
  expect(HAND_MOVES).not.toEqual(expect.arrayContaining(["invoiced"]));
  expect(HAND_MOVES).not.toEqual(expect.arrayContaining(["financed"]));
});

describe.each(LOAD_STATUSES)("a load that is %s", (status) => {
  test.each(HAND_MOVES)("takes the step to %s only where it is its own", (to) => {
    expect(moveRefusal({ status, expected: status, to }) === null).toBe(STEPS[status].includes(to));
  });

  test.each(HAND_MOVES)("takes no step to %s for a page that saw it elsewhere", (to) => {
    for (const expected of LOAD_STATUSES.filter((other) => other !== status)) {
      expect(moveRefusal({ status, expected, to })).toContain("Nothing was changed");
    }
  });
});

test("the second of two tabs reads that the step is taken", () => {
  expect(moveRefusal({ status: "dispatched", expected: "open", to: "dispatched" })).toBe(
    "The load is Dispatched already. Nothing was changed.",
  );
});
