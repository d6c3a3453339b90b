import { createHash, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { FaultRequest } from "#local/otr-sandbox/faults.ts";
import type { SandboxOptions } from "#local/otr-sandbox/sandbox.ts";
import type { OtrConfigOverrides } from "./config.ts";
import { createInvoice } from "./create-invoice.ts";
import { createInvoiceBody } from "./mapper.ts";
import { draft, expected, openDesk, pdf } from "./testing/open-desk.ts";
import { type DocumentUpload, uploadDocument } from "./upload-document.ts";

async function openDeskWithInvoice(sandbox: SandboxOptions = {}, config: OtrConfigOverrides = {}) {
  const desk = await openDesk({ sandbox, client: { config } });
  const created = await createInvoice(desk.client, createInvoiceBody(draft), expected);
  if (created.kind !== "created") throw new Error(created.kind);
  const upload: DocumentUpload = {
    otrInvoicePkey: created.otrInvoicePkey,
    documentClass: "merged_packet",
    fileName: "60417.pdf",
    bytes: pdf,
  };
  return { ...desk, upload, documents: () => desk.control.listDocuments({ pkey: created.otrInvoicePkey }) };
}

describe("a stored document", () => {
  test("arrives byte for byte, parts in OTR's order, with a fixed length; the empty 200 is success", async () => {
    const desk = await openDeskWithInvoice();
    const bytes = Buffer.concat([pdf, randomBytes(1_018_923)]);
    expect(await uploadDocument(desk.client, { ...desk.upload, bytes })).toMatchObject({
      kind: "stored",
      exchange: { method: "POST", path: "/file-upload", httpStatus: 200 },
    });
    const [document] = await desk.documents();
    expect(document).toMatchObject({
      fileName: "60417.pdf",
      contentType: "application/pdf",
      docType: "1",
      partOrder: ["file", "DocumentType", "ItemPkey", "SendEmail", "InvoiceDocTypes"],
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(await desk.control.documentBytes({ id: document?.id ?? 0 })).toEqual(bytes);
    const [request] = await desk.control.listRequests({ route: "file-upload" });
    expect(Number(request?.contentLength)).toBeGreaterThan(bytes.length);
  });

  test("may come with a message", async () => {
    const desk = await openDeskWithInvoice({ choices: { uploadReply: "message" } });
    expect(await uploadDocument(desk.client, desk.upload)).toMatchObject({
      kind: "stored",
      otrText: "File uploaded",
    });
  });

  test("goes under the number its class is configured with", async () => {
    const desk = await openDeskWithInvoice({}, { docTypes: { merged_packet: 6 } });
    await uploadDocument(desk.client, desk.upload);
    await uploadDocument(desk.client, { ...desk.upload, documentClass: "rate_confirmation" });
    expect((await desk.documents()).map(({ docType }) => docType)).toEqual(["6", "3"]);
  });

  test("is named by its bytes, in plain ASCII without a path", async () => {
    const desk = await openDeskWithInvoice({ choices: { strictPdf: false } });
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    await uploadDocument(desk.client, { ...desk.upload, fileName: 'C:\\scans\\Été "POD"\r\n.pdf', bytes });
    expect(await desk.documents()).toMatchObject([{ fileName: "Ete POD.png", contentType: "image/png" }]);
  });

  test("can be sent after a failure without creating the invoice again", async () => {
    const desk = await openDeskWithInvoice();
    await desk.control.injectFault({ kind: "server_error_500", route: "file-upload" });
    expect(await uploadDocument(desk.client, desk.upload)).toMatchObject({ kind: "outcome_unknown" });
    expect(await uploadDocument(desk.client, desk.upload)).toMatchObject({ kind: "stored" });
    expect(await desk.received("create-invoice")).toBe(1);
    expect(await desk.documents()).toHaveLength(1);
  });
});

describe("a refused document", () => {
  test("too large for OTR", async () => {
    const desk = await openDeskWithInvoice({ choices: { maxUploadBytes: 10 } });
    expect(await uploadDocument(desk.client, desk.upload)).toMatchObject({
      kind: "too_large",
      limitBytes: null,
    });
  });

  test("too large for our own limit, or no known format, is not sent at all", async () => {
    const desk = await openDeskWithInvoice({}, { maxFileBytes: 100 });
    const bytes = Buffer.alloc(101);
    expect(await uploadDocument(desk.client, { ...desk.upload, bytes })).toEqual({
      kind: "too_large",
      limitBytes: 100,
    });
    const text = { ...desk.upload, bytes: Buffer.from("hello") };
    expect(await uploadDocument(desk.client, text)).toMatchObject({ kind: "rejected", httpStatus: null });
    expect(await desk.received("file-upload")).toBe(0);
  });

  test("a picture where OTR reads PDF only is final for this file", async () => {
    const desk = await openDeskWithInvoice();
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    expect(await uploadDocument(desk.client, { ...desk.upload, bytes })).toMatchObject({
      kind: "rejected",
      httpStatus: 500,
      otrText: "Invalid or corrupt pdf format - unable to read from 4 bytes",
    });
  });

  test("an invoice OTR doesn't know", async () => {
    const desk = await openDeskWithInvoice();
    const outcome = await uploadDocument(desk.client, { ...desk.upload, otrInvoicePkey: 5 });
    expect(outcome).toMatchObject({ kind: "rejected", httpStatus: 400, otrText: "Invoice not found" });
  });
});

describe("one call, one outcome", () => {
  test.each<[FaultRequest, object]>([
    [{ kind: "drop_after_commit" }, { kind: "outcome_unknown", cause: "reset" }],
    [
      { kind: "delay", ms: 2000, afterCommit: true },
      { kind: "outcome_unknown", cause: "timeout" },
    ],
    [{ kind: "maintenance_503" }, { kind: "outcome_unknown", cause: "server_error" }],
    [{ kind: "html_200" }, { kind: "outcome_unknown", cause: "unreadable_reply" }],
    [
      { kind: "throttled_429", retryAfter: 3 },
      { kind: "throttled", afterSeconds: 3 },
    ],
    [{ kind: "gateway_403" }, { kind: "configuration", httpStatus: 403 }],
  ])("%j is sent once", async (fault, outcome) => {
    // Little time only for what is to be given up: a busy machine takes longer over the others.
    const config = fault.kind === "delay" ? { timeouts: { uploadMs: 500 } } : {};
    const desk = await openDeskWithInvoice({}, config);
    await desk.control.injectFault({ ...fault, route: "file-upload" });
    expect(await uploadDocument(desk.client, desk.upload)).toMatchObject(outcome);
    expect(await desk.received("file-upload")).toBe(1);
  });

  test("an expired token is renewed once and the same bytes are replayed", async () => {
    const desk = await openDeskWithInvoice();
    await desk.control.expireTokens();
    expect(await uploadDocument(desk.client, desk.upload)).toMatchObject({ kind: "stored" });
    expect(await desk.documents()).toHaveLength(1);
    expect(await desk.received("file-upload")).toBe(2);
  });
});
