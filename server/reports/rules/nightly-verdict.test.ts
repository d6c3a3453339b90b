import { expect, test } from "vitest";
import { nightlyVerdict } from "./nightly-verdict.ts";

const timeZone = "America/Chicago";
const LONG_AGO = new Date("2026-01-05T15:00:00Z");

/** 09:00 in Chicago on Tue, Nov 24 unless another time is given. */
function judge(
  lastNightOf: string | null,
  { now = "2026-11-24T15:00:00Z", finished = true, connectedAt = LONG_AGO as Date | null } = {},
) {
  const lastRun = lastNightOf && {
    nightOf: lastNightOf,
    startedAt: `${lastNightOf}T08:00:05.000Z`,
    finishedAt: finished ? `${lastNightOf}T08:03:00.000Z` : null,
  };
  return nightlyVerdict({ lastRun: lastRun || null, connectedAt, timeZone, now: new Date(now) });
}

test("a run for today's night is fine", () => {
  expect(judge("2026-11-24")).toEqual({ kind: "ran" });
});

test("no run by 03:00 local time is a missed night", () => {
  expect(judge("2026-11-23", { now: "2026-11-24T08:59:00Z" })).toEqual({ kind: "ran" });
  expect(judge("2026-11-23", { now: "2026-11-24T09:00:00Z" })).toEqual({
    kind: "missed",
    nightOf: "2026-11-24",
    nights: 1,
  });
});

test("several missed nights are counted and the latest is named", () => {
  expect(judge("2026-11-20")).toEqual({ kind: "missed", nightOf: "2026-11-24", nights: 4 });
});

test("a login saved after 02:00 is not missed before the next night", () => {
  const connectedAt = new Date("2026-11-24T14:00:00Z");
  expect(judge(null, { connectedAt })).toEqual({ kind: "not_due_yet" });
  expect(judge(null, { connectedAt, now: "2026-11-25T15:00:00Z" })).toEqual({
    kind: "missed",
    nightOf: "2026-11-25",
    nights: 1,
  });
});

test("a run that has not ended is running, and after two hours it is stuck", () => {
  expect(judge("2026-11-24", { finished: false, now: "2026-11-24T09:30:00Z" })).toEqual({ kind: "running" });
  expect(judge("2026-11-24", { finished: false })).toEqual({ kind: "stuck" });
});

test("without a usable login nothing is due", () => {
  expect(judge(null, { connectedAt: null })).toEqual({ kind: "not_connected" });
  expect(judge("2026-06-01", { connectedAt: null })).toEqual({ kind: "ran" });
});
