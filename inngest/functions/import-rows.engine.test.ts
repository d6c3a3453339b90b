import { expect, test } from "vitest";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testEngine } from "#inngest/testing/test-engine.ts";
import { eventually } from "#local/inngest-engine/testing/eventually.ts";
import { idToUuid } from "#server/kernel/ids.ts";

const { owner } = await testDatabase();
const engine = await testEngine();
const { getCustomer } = await import("#server/customers/get-customer.ts");
const { getImport } = await import("#server/imports/get-import.ts");
const { startImport } = await import("#server/imports/start-import.ts");
const { anUploadedFile, loadsFile } = await import("#server/imports/testing/an-import.ts");

test("a file goes through the background to its end, and killing the engine on the way loses and doubles nothing", async () => {
  const { scope, biller, customerId } = await aFactoringDesk({ loads: 0 });
  const { name } = await getCustomer(biller, { customerId });
  const importId = await anUploadedFile(biller, "loads", loadsFile(name, 12_000));
  await startImport(biller, { importId, mode: "good_rows" });
  const read = () => getImport(biller, { importId });
  await eventually("the first rows are in", async () => (await read()).doneRows > 0, 30_000);
  await engine.killAndRestart();
  await eventually("all rows are in", async () => (await read()).status === "done", 60_000);
  expect(await read()).toMatchObject({ doneRows: 12_000, createdRows: 12_000, knownRows: 0, badRows: 0 });
  const [row] = await owner`
    select count(*)::int as loads, count(distinct load_number)::int as numbers from loads
    where company_id = ${idToUuid("company", scope.companyId)}`;
  expect(row).toEqual({ loads: 12_000, numbers: 12_000 });
}, 120_000);
