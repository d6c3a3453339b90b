import { expect, test } from "vitest";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { findBatches } from "./find-batches.ts";
import { submitAll } from "./testing/a-submitted-batch.ts";

const { owner } = await testDatabase();

test("a batch is found by the beginning of its number, the newest first, and never another company's", async () => {
  const desk = await aFactoringDesk();
  const { batchId } = await submitAll(owner, desk);
  await owner`update factoring_batches set batch_number = 127 where batch_number = 1`;
  expect(await findBatches(desk.biller, { digits: "12" })).toMatchObject([{ id: batchId, number: 127 }]);
  expect(await findBatches(desk.biller, { digits: "27" })).toEqual([]);
  const { biller } = await aFactoringDesk();
  expect(await findBatches(biller, { digits: "12" })).toEqual([]);
});
