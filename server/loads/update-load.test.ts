import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { newId } from "#server/kernel/ids.ts";
import { aSentBatch, outcome } from "#server/reports/testing/a-sent-batch.ts";
import { getLoad } from "./get-load.ts";
import { listLoads } from "./list-loads.ts";
import { updateLoad } from "./update-load.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 3 });
});

const corrected = {
  poNumber: "PLL-7",
  originCity: "Joliet",
  originState: "IL",
  destinationCity: "Toledo",
  destinationState: "OH",
};

test("PO number and lane of a load that OTR doesn't have are corrected", async () => {
  const [row] = (await listLoads(desk.company.member, {})).rows;
  if (!row) throw new Error("The desk has no load.");
  await updateLoad(desk.company.member, { loadId: row.id, ...corrected });
  expect(await getLoad(desk.company.member, { loadId: row.id })).toMatchObject(corrected);
});

test("what OTR has stays what it was", async () => {
  await aSentBatch(desk, [outcome.lost]);
  const [row] = (await listLoads(desk.company.member, {})).rows;
  if (!row) throw new Error("The batch has no load.");
  const result = await updateLoad(desk.company.member, { loadId: row.id, ...corrected });
  expect(result).toMatchObject({ kind: "refused", sentence: expect.stringMatching(/Nothing was saved/) });
  expect((await getLoad(desk.company.member, { loadId: row.id })).poNumber).not.toBe(corrected.poNumber);
});

test("the batch of a load is shown to those with the Billing permission only", async () => {
  await aSentBatch(desk, [outcome.failed]);
  const [row] = (await listLoads(desk.biller, {})).rows;
  if (!row) throw new Error("The batch has no load.");
  expect((await getLoad(desk.biller, { loadId: row.id })).submission).not.toBeNull();
  expect((await getLoad(desk.company.member, { loadId: row.id })).submission).toBeNull();
});

test("pages of the list hold every load once, newest first", async () => {
  const { rows } = await listLoads(desk.company.member, {});
  const [first] = rows;
  const rest = await listLoads(desk.company.member, { cursor: first?.id });
  expect([first, ...rest.rows]).toEqual(rows);
  expect(rows.map(({ id }) => id)).toEqual(
    rows
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  );
});

test("another company's load does not exist", async () => {
  const other = await aCompany();
  const [row] = (await listLoads(desk.company.member, {})).rows;
  const loadId = row?.id ?? newId("load");
  await expect(getLoad(other.admin, { loadId })).rejects.toMatchObject({ code: "not_found" });
  await expect(updateLoad(other.admin, { loadId, ...corrected })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listLoads(other.admin, {})).rows).toEqual([]);
});
