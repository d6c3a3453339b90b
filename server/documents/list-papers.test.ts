import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import {
  anInvoicingDesk,
  aReleasedLoad,
  type InvoicingDesk,
  type ReleasedLoad,
} from "#db/testing/a-released-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { invoiceLoad } from "#server/invoicing/invoice-load.ts";
import { addDocument } from "./add-document.ts";
import { listPapers } from "./list-papers.ts";
import { mergeLoadDocuments } from "./merge-load-documents.ts";
import { retireDocument } from "./retire-document.ts";
import type { Paper } from "./schemas.ts";
import { kitPdf } from "./testing/foreign-files.ts";

await testDatabase();
let desk: InvoicingDesk;
let load: ReleasedLoad;

beforeEach(async () => {
  desk = await anInvoicingDesk();
  load = await aReleasedLoad(desk);
});

const papers = () => listPapers(desk.member, { loadId: load.loadId });

/** Merges every document that isn't a packet. */
async function mergeAll(): Promise<void> {
  const { documents } = await papers();
  const ids = documents.filter(({ kind }) => kind !== "packet").map(({ id }: Paper) => id);
  const result = await mergeLoadDocuments(desk.member, { loadId: load.loadId, documentIds: ids });
  expect(result.kind).toBe("merged");
}

test("a load's papers say what may be done with them at each step to Queued", async () => {
  expect(await papers()).toMatchObject({
    ...{ status: "released", invoice: null, invoiceBlockers: [] },
    mergeBlockers: [{ reason: "no_invoice" }],
  });
  await invoiceLoad(desk.member, { loadId: load.loadId, firstNumber: "1001" });
  expect(await papers()).toMatchObject({ invoice: { packetId: null }, mergeBlockers: [] });
  await mergeAll();
  const { status, invoice, documents } = await papers();
  expect(status).toBe("queued");
  expect(documents.find(({ id }) => id === invoice?.packetId)).toMatchObject({
    ...{ kind: "packet", pages: 3, addedBy: desk.member.name },
    locked: expect.stringContaining("Lading made this"),
  });
});

test("a document that comes or goes after the merge makes the packet outdated, and a new merge mends it", async () => {
  await invoiceLoad(desk.member, { loadId: load.loadId, firstNumber: "1001" });
  await mergeAll();
  expect((await papers()).isPacketOutdated).toBe(false);
  const input = { loadId: load.loadId, kind: "lumper_receipt", fileName: "Lumper.pdf" } as const;
  const added = await addDocument(desk.member, input, Readable.from([await kitPdf(["Lumper 120.00"])]));
  expect((await papers()).isPacketOutdated).toBe(true);
  await mergeAll();
  expect((await papers()).isPacketOutdated).toBe(false);
  if (added.kind !== "added") throw new Error("The receipt was not added.");
  await retireDocument(desk.member, { documentId: added.documentId });
  expect((await papers()).isPacketOutdated).toBe(true);
});

test("another company's load does not exist", async () => {
  const stranger = (await aCompany()).admin;
  await expect(listPapers(stranger, { loadId: load.loadId })).rejects.toMatchObject({ code: "not_found" });
});
