import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { listDocumentsOfLoad } from "#db/queries/documents.ts";
import { findCurrentInvoice, listLoadHistory } from "#db/queries/load-details.ts";
import { loads } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import {
  anInvoicingDesk,
  aReleasedLoad,
  type InvoicingDesk,
  type ReleasedLoad,
} from "#db/testing/a-released-load.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { eventSink } from "#db/testing/event-sink.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { invoiceLoad } from "#server/invoicing/invoice-load.ts";
import { type DocumentId, idToUuid } from "#server/kernel/ids.ts";
import { sendLoads, setInvoices } from "#server/reports/testing/a-sent-batch.ts";
import { listPapers } from "./list-papers.ts";
import { mergeLoadDocuments } from "./merge-load-documents.ts";
import { retireDocument } from "./retire-document.ts";
import { putFile, readFile } from "./storage.ts";
import { inflatingPdf } from "./testing/bombs.ts";
import { pageTexts } from "./testing/page-texts.ts";

await eventSink();
const { owner } = await testDatabase();
let desk: InvoicingDesk;
let load: ReleasedLoad;

beforeEach(async () => {
  desk = await anInvoicingDesk();
  load = await aReleasedLoad(desk);
});

const papers = () => listPapers(desk.member, { loadId: load.loadId });

/** Invoices the load; its invoice's document. */
async function invoiced(): Promise<DocumentId> {
  await invoiceLoad(desk.member, { loadId: load.loadId, firstNumber: "1001" });
  const id = (await papers()).invoice?.documentId;
  if (!id) throw new Error("The load was not invoiced.");
  return id;
}

const merge = (...documentIds: DocumentId[]) =>
  mergeLoadDocuments(desk.member, { loadId: load.loadId, documentIds });

const packets = async () =>
  (await inCompany(desk.scope, (tx) => listDocumentsOfLoad(tx, desk.scope, load.loadId))).filter(
    ({ kind }) => kind === "packet",
  );

test("the packet holds the documents in the order given, and the load is Queued", async () => {
  const invoiceId = await invoiced();
  const result = await merge(invoiceId, load.rateId, load.podId);
  expect(result).toMatchObject({ kind: "merged", pages: 3, warning: null });
  const [packet] = await packets();
  const texts = await pageTexts(await readFile(desk.scope, packet?.sha256 ?? ""));
  expect(texts[0]).toContain("INVOICE");
  expect(texts.slice(1)).toEqual([`Rate ${load.loadId}`, ""]);
  const { scope } = desk;
  const history = await inCompany(scope, (tx) => listLoadHistory(tx, scope, load.loadId));
  expect(history[0]).toMatchObject({ to: "queued", byName: desk.member.name });
  expect(await papers()).toMatchObject({
    status: "queued",
    invoice: { packetId: packet?.id },
    isPacketOutdated: false,
  });
});

test("the broker's automatic credit check is asked for when the load becomes Queued, and only then", async () => {
  await anIntegration(desk.company.admin, desk.subsidiaryId);
  const invoiceId = await invoiced();
  await merge(invoiceId, load.rateId, load.podId);
  await merge(load.rateId, invoiceId, load.podId);
  const events = await owner`select data from outbox where name = 'credit/check.requested'
    and company_id = ${idToUuid("company", desk.scope.companyId)}`;
  expect(events).toMatchObject([{ data: { customerId: desk.customerId, trigger: "load_queued" } }]);
});

test("a double click is one packet; another order is a new one that replaces it", async () => {
  const invoiceId = await invoiced();
  const order = [invoiceId, load.rateId, load.podId];
  const both = await Promise.all([merge(...order), merge(...order)]);
  expect(both[0]).toEqual(both[1]);
  expect(await packets()).toHaveLength(1);
  await merge(invoiceId, load.podId, load.rateId);
  const all = await packets();
  expect(all.map(({ retiredAt }) => retiredAt === null)).toEqual([false, true]);
  expect((await papers()).invoice?.packetId).toBe(all[1]?.id);
});

test("without invoice, rate confirmation or POD nothing is merged, and each is named with its link", async () => {
  expect(await merge(load.rateId, load.podId)).toMatchObject({ blockers: [{ reason: "no_invoice" }] });
  const invoiceId = await invoiced();
  expect(await merge(invoiceId)).toMatchObject({
    kind: "refused",
    blockers: [
      { reason: "document_missing", sentence: expect.stringContaining("rate confirmation") },
      {
        reason: "document_missing",
        sentence: expect.stringContaining("POD"),
        fix: { href: `/loads/${load.loadId}#documents` },
      },
    ],
  });
  expect(await merge(load.rateId, load.podId)).toMatchObject({ blockers: [{ reason: "invoice_left_out" }] });
  expect(await packets()).toEqual([]);
});

test("a truck that was not used needs no POD", async () => {
  await owner`update load_status_changes set from_status = 'tonu' where load_id = ${idToUuid("load", load.loadId)}`;
  const invoiceId = await invoiced();
  expect(await merge(invoiceId, load.rateId)).toMatchObject({ kind: "merged" });
});

test("a document that was removed meanwhile stops the merge", async () => {
  const invoiceId = await invoiced();
  await retireDocument(desk.member, { documentId: load.podId });
  expect(await merge(invoiceId, load.rateId, load.podId)).toMatchObject({
    blockers: [{ reason: "document_gone" }],
  });
});

test("a document that can't be read is named, and nothing changes", async () => {
  const invoiceId = await invoiced();
  const broken = await putFile(desk.scope, Buffer.from("%PDF-1.7 written by an older version"));
  await owner`update documents set sha256 = ${broken.sha256} where id = ${idToUuid("document", load.rateId)}`;
  expect(await merge(invoiceId, load.rateId, load.podId)).toMatchObject({
    blockers: [{ reason: "unreadable", sentence: expect.stringContaining("“Rate.pdf”") }],
  });
  expect((await papers()).status).toBe("released");
});

test("a merge that takes more than papers should is refused, and nothing changes", async () => {
  const invoiceId = await invoiced();
  const bomb = await putFile(desk.scope, inflatingPdf("XRef"));
  await owner`update documents set sha256 = ${bomb.sha256} where id = ${idToUuid("document", load.rateId)}`;
  expect(await merge(invoiceId, load.rateId, load.podId)).toMatchObject({
    blockers: [{ reason: "too_large", sentence: expect.stringContaining("nothing was merged") }],
  });
  expect(await packets()).toEqual([]);
  expect((await papers()).status).toBe("released");
});

test("an invoice without Notice of Assignment does not go to the factor", async () => {
  const invoiceId = await invoiced();
  await owner`update invoices set notice_of_assignment_id = null where load_id = ${idToUuid("load", load.loadId)}`;
  expect(await merge(invoiceId, load.rateId, load.podId)).toMatchObject({
    blockers: [{ reason: "notice_not_printed" }],
  });
});

test("what was sent is not replaced", async () => {
  const invoiceId = await invoiced();
  await merge(invoiceId, load.rateId, load.podId);
  await inCompany(desk.scope, (tx) =>
    tx.update(loads).set({ status: "invoiced" }).where(eq(loads.id, load.loadId)),
  );
  expect(await merge(load.podId, invoiceId, load.rateId)).toMatchObject({
    blockers: [{ reason: "with_otr" }],
  });
  expect(await packets()).toHaveLength(1);
});

test("a packet on its way to OTR stays; one that OTR found too large is merged anew for the retry", async () => {
  const { company, scope, subsidiaryId, customerId } = desk;
  const integrationId = await anIntegration(company.admin, subsidiaryId);
  const invoiceId = await invoiced();
  await merge(invoiceId, load.rateId, load.podId);
  const invoice = await inCompany(scope, (tx) => findCurrentInvoice(tx, scope, load.loadId));
  if (!invoice) throw new Error("The load has no invoice.");
  const queued = { loadId: load.loadId, invoiceId: invoice.id, invoiceNumber: invoice.invoiceNumber };
  const sender = {
    company,
    scope,
    subsidiaryId,
    customerId,
    integrationId,
    biller: company.biller,
    loads: [],
  };
  const { invoiceIds } = await sendLoads(sender, [queued], [{ state: "sending" }]);
  const other = [load.podId, invoiceId, load.rateId];
  expect(await merge(...other)).toMatchObject({ blockers: [{ reason: "with_otr" }] });
  await setInvoices(scope, invoiceIds, { state: "failed", failedStep: "attach", otrInvoicePkey: 31_877_204 });
  expect(await merge(...other)).toMatchObject({ kind: "merged" });
});

test("another company's load and documents do not exist", async () => {
  await invoiced();
  const stranger = (await aCompany()).admin;
  const input = { loadId: load.loadId, documentIds: [] };
  await expect(mergeLoadDocuments(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  const { scope } = desk;
  expect(await inCompany(scope, (tx) => findCurrentInvoice(tx, scope, load.loadId))).toMatchObject({
    packetDocumentId: null,
  });
});
