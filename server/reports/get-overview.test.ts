import { expect, test } from "vitest";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { getOverview } from "./get-overview.ts";
import { aSentBatch, aSyncRun, outcome, readAs } from "./testing/a-sent-batch.ts";

await testDatabase();

const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000);

test("the overview counts what needs a person and shows the latest night with its troubles", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.failed, readAs(4), outcome.accepted]);
  await aSentBatch(desk, [readAs(6)]);
  const troubles = [{ subsidiaryName: "North", message: "OTR refused the login." }];
  await aSyncRun(desk.scope, { nightOf: "2026-11-22", finishedAt: new Date() });
  await aSyncRun(desk.scope, { nightOf: "2026-11-23", finishedAt: new Date(), newlyFinanced: 3, troubles });
  const overview = await getOverview(desk.biller);
  expect(overview.needsYou).toEqual({ batches: 2, invoices: 3 });
  expect(overview.nightly.lastRun).toMatchObject({
    nightOf: "2026-11-23",
    counts: { newlyFinanced: 3 },
    troubles,
  });
});

test("a connected company whose nights bring no run is told which night is missing", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  const { nightly } = await getOverview(desk.biller, inTwoDays);
  expect(nightly).toMatchObject({ lastRun: null, verdict: { kind: "missed" } });
});

test("the overview is the company's own", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.failed]);
  const stranger = await aFactoringDesk({ loads: 0 });
  const overview = await getOverview(stranger.biller);
  expect(overview.needsYou).toEqual({ batches: 0, invoices: 0 });
  expect(overview.subsidiaries.map(({ id }) => id)).toEqual([stranger.subsidiaryId]);
});
