import { expect, test } from "vitest";
import { nextTick } from "./crons.ts";

const ticks = (cron: string, from: string, count: number) => {
  const found: string[] = [];
  for (let at = new Date(from); found.length < count; ) {
    const next = nextTick(cron, at);
    if (!next) break;
    found.push(next.toISOString());
    at = next;
  }
  return found;
};

test("a cron keeps its zone's wall clock over the change to summer time", () => {
  expect(ticks("TZ=America/New_York 0 6 * * *", "2026-03-07T00:00:00Z", 3)).toEqual([
    "2026-03-07T11:00:00.000Z",
    "2026-03-08T10:00:00.000Z",
    "2026-03-09T10:00:00.000Z",
  ]);
});

test("a time that the spring day lacks is made up for an hour later, once", () => {
  expect(ticks("TZ=Europe/Berlin 30 2 * * *", "2026-03-28T12:00:00Z", 2)).toEqual([
    "2026-03-29T01:00:00.000Z",
    "2026-03-30T00:30:00.000Z",
  ]);
});

test("a time that the autumn day has twice ticks once", () => {
  expect(ticks("TZ=Europe/Berlin 30 2 * * *", "2026-10-24T12:00:00Z", 2)).toEqual([
    "2026-10-25T00:30:00.000Z",
    "2026-10-26T01:30:00.000Z",
  ]);
});

test("without a zone a cron is in UTC, whatever the machine's zone", () => {
  expect(ticks("0 6 * * 1", "2026-06-01T07:00:00Z", 1)).toEqual(["2026-06-08T06:00:00.000Z"]);
});

test("a broken cron never ticks", () => {
  expect(nextTick("TZ=Nowhere/City 0 6 * * *", new Date())).toBeUndefined();
  expect(nextTick("every morning", new Date())).toBeUndefined();
});
