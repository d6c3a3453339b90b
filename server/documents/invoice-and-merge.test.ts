import { beforeEach, expect, test } from "vitest";
import { anInvoicingDesk, aReleasedLoad, type InvoicingDesk } from "#db/testing/a-released-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { invoiceLoad } from "#server/invoicing/invoice-load.ts";
import { invoiceAndMerge } from "./invoice-and-merge.ts";
import { listPapers } from "./list-papers.ts";
import { retireDocument } from "./retire-document.ts";

await testDatabase();
let desk: InvoicingDesk;

beforeEach(async () => {
  desk = await anInvoicingDesk();
  const { loadId } = await aReleasedLoad(desk);
  await invoiceLoad(desk.member, { loadId, firstNumber: "60417" });
});

test("a Released load is invoiced, merged and Queued in one go, once however often it is asked", async () => {
  const { loadId } = await aReleasedLoad(desk);
  const both = await Promise.all([
    invoiceAndMerge(desk.member, { loadId }),
    invoiceAndMerge(desk.member, { loadId }),
  ]);
  expect(both).toMatchObject([{ kind: "queued" }, { kind: "queued" }]);
  expect(await invoiceAndMerge(desk.member, { loadId })).toMatchObject({ kind: "queued", warning: null });
  const { status, documents } = await listPapers(desk.member, { loadId });
  expect(status).toBe("queued");
  expect(documents.map(({ kind }) => kind).toSorted()).toEqual([
    "invoice",
    "packet",
    "proof_of_delivery",
    "rate_confirmation",
  ]);
});

test("a load that lacks a document gets no invoice, and is told why", async () => {
  const { loadId, podId } = await aReleasedLoad(desk);
  await retireDocument(desk.member, { documentId: podId });
  expect(await invoiceAndMerge(desk.member, { loadId })).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("POD"),
  });
  expect((await listPapers(desk.member, { loadId })).invoice).toBeNull();
});

test("a load that isn't Released is left alone", async () => {
  const { loadId } = await aReleasedLoad(desk, { status: "delivered" });
  const result = await invoiceAndMerge(desk.member, { loadId });
  expect(result).toMatchObject({ kind: "refused", sentence: expect.stringContaining("Delivered") });
});

test("where its numbers begin is not guessed for a subsidiary without invoices", async () => {
  desk = await anInvoicingDesk();
  const { loadId } = await aReleasedLoad(desk);
  const result = await invoiceAndMerge(desk.member, { loadId });
  expect(result).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("where its numbers begin"),
  });
});
