import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aLoad, loadFields } from "#db/testing/a-load.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { aSentBatch, outcome } from "#server/reports/testing/a-sent-batch.ts";
import { getLoad } from "./get-load.ts";
import { listLoads } from "./list-loads.ts";
import type { LoadDetails } from "./schemas.ts";
import { updateLoad } from "./update-load.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const read = (loadId: LoadId) => getLoad(desk.company.member, { loadId });
const fieldsOf = ({ number, customer, ...load }: LoadDetails) => ({
  ...load,
  loadId: load.id,
  loadNumber: number,
  customerId: customer.id,
});

test("everything of a load without invoice is corrected, and its total is the sum of its charges", async () => {
  const loadId = await aLoad(desk, { status: "delivered" });
  const customerId = await aCustomer(desk.scope, desk.subsidiaryId);
  const lines = [
    { kind: "line_haul" as const, description: "", cents: 200_000 },
    { kind: "lumper" as const, description: "Dock 4", cents: 15_000 },
  ];
  const corrected = {
    ...loadFields(desk),
    customerId,
    originCity: "Gary",
    originState: "IN",
    miles: null,
    lines,
  };
  expect(await updateLoad(desk.company.member, { loadId, ...corrected })).toMatchObject({ kind: "saved" });
  const { loadNumber, customerId: stored, ...rest } = corrected;
  expect(await read(loadId)).toMatchObject({
    ...rest,
    number: loadNumber,
    customer: { id: stored },
    totalCents: 215_000,
  });
});

test("what an invoice says stays, what is blank on it is filled in", async () => {
  const { loadId } = await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { poNumber: "" });
  const before = fieldsOf(await read(loadId));
  expect(await updateLoad(desk.biller, { ...before, poNumber: "PLL-7" })).toMatchObject({ kind: "saved" });
  expect((await read(loadId)).poNumber).toBe("PLL-7");
  const lines = [{ kind: "line_haul" as const, description: "", cents: 1 }];
  for (const change of [{ poNumber: "PLL-8" }, { originCity: "Gary" }, { lines }]) {
    expect(await updateLoad(desk.biller, { ...before, poNumber: "PLL-7", ...change })).toMatchObject({
      kind: "refused",
      sentence: expect.stringMatching(/revert the load.*Nothing was saved/),
    });
  }
  expect(await read(loadId)).toMatchObject({ poNumber: "PLL-7", originCity: "Joliet", totalCents: 185_000 });
});

test("what OTR has stays what it was", async () => {
  await aSentBatch(desk, [outcome.lost]);
  const [row] = (await listLoads(desk.company.member, {})).rows;
  if (!row) throw new Error("The batch has no load.");
  const before = fieldsOf(await read(row.id));
  expect(await updateLoad(desk.company.member, { ...before, weightLb: 40_000 })).toMatchObject({
    kind: "refused",
    sentence: expect.stringMatching(/Nothing was saved/),
  });
  expect((await read(row.id)).weightLb).toBeNull();
});

test("a number that another load has is refused with one that is free", async () => {
  await aLoad(desk, { loadNumber: "SH100" });
  const loadId = await aLoad(desk, { loadNumber: "SH200" });
  const before = fieldsOf(await read(loadId));
  expect(await updateLoad(desk.company.member, { ...before, loadNumber: "SH100" })).toEqual({
    kind: "refused",
    field: "loadNumber",
    sentence: "Another load has the number SH100 already. SH201 is free.",
  });
  expect((await read(loadId)).number).toBe("SH200");
});

test("ten corrections at once leave the charges of one of them, and the total of those", async () => {
  const loadId = await aLoad(desk);
  const before = fieldsOf(await read(loadId));
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      updateLoad(desk.company.member, {
        ...before,
        lines: Array.from({ length: index + 1 }, () => ({
          kind: "line_haul" as const,
          description: "",
          cents: 100,
        })),
      }),
    ),
  );
  const { lines, totalCents } = await read(loadId);
  expect(totalCents).toBe(lines.length * 100);
});

test("the batch of a load is shown to those with the Billing permission only", async () => {
  await aSentBatch(desk, [outcome.failed]);
  const [row] = (await listLoads(desk.biller, {})).rows;
  if (!row) throw new Error("The batch has no load.");
  expect((await getLoad(desk.biller, { loadId: row.id })).submission).not.toBeNull();
  expect((await read(row.id)).submission).toBeNull();
});

test("another company's load, customer and subsidiary do not exist", async () => {
  const loadId = await aLoad(desk);
  const before = fieldsOf(await read(loadId));
  const other = await aCompany();
  const theirs = await aFactoringDesk({ loads: 0 });
  const foreign = { code: "not_found" };
  await expect(getLoad(other.admin, { loadId })).rejects.toMatchObject(foreign);
  await expect(updateLoad(other.admin, before)).rejects.toMatchObject(foreign);
  for (const change of [{ customerId: theirs.customerId }, { subsidiaryId: theirs.subsidiaryId }]) {
    await expect(updateLoad(desk.company.member, { ...before, ...change })).rejects.toMatchObject(foreign);
  }
});
