import { expect, test } from "vitest";
import { createLanes, laneOf, OPEN_LANE, TIMER_LANE } from "./lanes.ts";
import { createSlots } from "./slots.ts";

const limits: Record<string, number> = { a: 2, b: 3 };
const limitOf = (key: string) => limits[key] ?? Number.POSITIVE_INFINITY;

test("a lane has the room its fullest key leaves", () => {
  const slots = createSlots(limitOf);
  slots.hold("1", laneOf(["a"]));
  expect(slots.planner().book(laneOf(["b", "a"]))).toBe(1);
  slots.hold("2", laneOf(["a", "b"]));
  expect(slots.planner().book(laneOf(["a"]))).toBe(0);
  slots.free("1");
  slots.free("1");
  expect(slots.planner().book(laneOf(["a"]))).toBe(1);
});

test("lanes that share a key don't get its room twice in one claim", () => {
  const planner = createSlots(limitOf).planner();
  expect(planner.book(laneOf(["a", "x"]))).toBe(2);
  expect(planner.book(laneOf(["a", "y"]))).toBe(0);
});

test("the engine's own work has room while calls fill the app", () => {
  const slots = createSlots(limitOf);
  for (let n = 0; n < 500; n++) slots.hold(`call ${n}`, OPEN_LANE);
  expect(slots.planner().book(OPEN_LANE)).toBe(0);
  expect(slots.planner().book(TIMER_LANE)).toBeGreaterThan(0);
});

test("a lane is ready from its earliest announcement on, and in turn", () => {
  const lanes = createLanes();
  lanes.due("x", 50);
  lanes.due("y", 10);
  lanes.due("x", 100);
  expect(lanes.ready(9)).toEqual([]);
  expect(lanes.ready(50)).toEqual(["x", "y"]);
  lanes.take("x");
  lanes.due("x", 0);
  expect(lanes.ready(50)).toEqual(["y", "x"]);
});
