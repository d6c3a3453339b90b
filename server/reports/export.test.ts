import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { exportBatch } from "./export-batch.ts";
import { exportReport } from "./export-report.ts";
import { aSentBatch, outcome, setInvoices } from "./testing/a-sent-batch.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

test("the report's file is UTF-8 with a byte order mark, a line per batch, amounts plain", async () => {
  await aSentBatch(desk, [outcome.financed, outcome.failed]);
  const bytes = await bytesOf(await exportReport(desk.biller, {}));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, line, ...rest] = bytes.toString("utf8").slice(1).split("\r\n");
  expect(rest).toEqual([""]);
  expect(header).toBe(
    "Batch,Subsidiary,USDOT,Submitted (America/Chicago),Submitted by,Invoices,Accepted,Failed,Being sent,Financed," +
      "Open at OTR,Needs you,Total USD,Financed USD,Last sync (America/Chicago),Last sync by",
  );
  expect(line).toMatch(
    /^1,Subsidiary \w+,3104488,\d{4}-\d\d-\d\d \d\d:\d\d,member \w+,2,1,1,0,1,0,1,3700\.00,1850\.00,,$/,
  );
});

test("a batch's file has a line per invoice over many pages, and runs no formula", async () => {
  const customerId = await aCustomer(desk.scope, desk.subsidiaryId, { name: "=cmd|' /C calc'!A0" });
  const { batchId, invoiceIds, number } = await aSentBatch(
    { ...desk, customerId },
    Array.from({ length: 1001 }, () => ({})),
  );
  const [first] = invoiceIds;
  if (!first) throw new Error("the invoices were made");
  await setInvoices(desk.scope, [first], { ...outcome.accepted, purchaseCode: 12, poNumber: '@"x",y' });
  const file = await exportBatch(desk.biller, batchId);
  expect(file.number).toBe(number);
  const lines = (await bytesOf(file.pieces)).toString("utf8").split("\r\n").slice(1, -1);
  expect(lines).toHaveLength(1001);
  expect(new Set(lines.map((line) => line.split(",")[1])).size).toBe(1001);
  expect(lines[0]).toContain(`,'=cmd|' /C calc'!A0,412907,"'@""x"",y",1850.00,Accepted,Queued,12,Status 12,`);
});

test("a download is audited, with who asked for what", async () => {
  const { batchId } = await aSentBatch(desk, [outcome.accepted]);
  await exportReport(desk.biller, { search: "60417" });
  await exportBatch(desk.biller, batchId);
  const entries = await inCompany(desk.scope, (tx) =>
    tx.select().from(auditEntries).orderBy(auditEntries.id),
  );
  expect(entries.filter(({ action }) => action === "report.exported")).toMatchObject([
    { subject: "factoring_report", userId: desk.biller.userId, data: { search: "60417" } },
    { subject: batchId, userId: desk.biller.userId },
  ]);
});

test("another company's batch is not found, and nothing is audited", async () => {
  const { batchId } = await aSentBatch(desk, [outcome.accepted]);
  const stranger = await aFactoringDesk({ loads: 0 });
  await expect(exportBatch(stranger.biller, batchId)).rejects.toMatchObject({ code: "not_found" });
  const entries = await inCompany(stranger.scope, (tx) => tx.select().from(auditEntries));
  expect(entries).toEqual([]);
});

async function bytesOf(pieces: AsyncGenerator<string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(Buffer.from(piece, "utf8"));
  return Buffer.concat(chunks);
}
