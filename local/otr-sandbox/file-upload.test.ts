import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createBody, openSandbox } from "./testing/open-sandbox.ts";

const pdf = Buffer.from("%PDF-1.7 \u0000\u00ff\r\n--\r\n", "latin1");

/** A multipart body by hand; `without` leaves a part out, `head` is the file part's own header lines. */
function multipart(change: { without?: string; head?: string; fields?: Record<string, string> } = {}) {
  const head = change.head ?? "Content-Type: application/pdf\r\n";
  const fields = {
    DocumentType: "invoice-file-upload",
    ItemPkey: "31877204",
    SendEmail: "false",
    InvoiceDocTypes: "1",
    ...change.fields,
  };
  const texts = Object.entries(fields)
    .filter(([name]) => name !== change.without)
    .map(([name, value]) => `\r\n--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}`);
  const file = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n${head}\r\n`;
  return Buffer.concat([Buffer.from(file), pdf, Buffer.from(`${texts.join("")}\r\n--b--\r\n`)]);
}

async function openSandboxWithInvoice() {
  const sandbox = await openSandbox();
  await sandbox.create(createBody);
  const headers = { ...(await sandbox.bearer()), "Content-Type": "multipart/form-data; boundary=b" };
  const upload = (body: Buffer<ArrayBuffer>) =>
    fetch(`${sandbox.baseUrl}/file-upload`, { method: "POST", headers, body });
  return { ...sandbox, upload };
}

test("keeps the exact bytes, the same document twice if sent twice, and answers with nothing", async () => {
  const { upload, control } = await openSandboxWithInvoice();
  const answer = await upload(multipart());
  expect([answer.status, await answer.text()]).toEqual([200, ""]);
  await upload(multipart());
  const documents = await control.listDocuments({ pkey: 31_877_204 });
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  expect(documents).toMatchObject([{ sha256, size: pdf.length }, { sha256 }]);
  expect(await control.documentBytes({ id: 1 })).toEqual(pdf);
});

test.each([
  ["a missing part", multipart({ without: "SendEmail" }), 400],
  ["another document type", multipart({ fields: { DocumentType: "pod" } }), 400],
  ["a class that is no number", multipart({ fields: { InvoiceDocTypes: "POD" } }), 400],
  ["an unknown invoice", multipart({ fields: { ItemPkey: "7" } }), 400],
  ["a file part without a type", multipart({ head: "" }), 500],
])("refuses %s", async (_what, body, status) => {
  const { upload, control } = await openSandboxWithInvoice();
  expect((await upload(body)).status).toBe(status);
  expect(await control.listDocuments({ pkey: 31_877_204 })).toEqual([]);
});

test("answers 413 to more than it takes, also far more, and goes on", async () => {
  const { upload, control } = await openSandboxWithInvoice();
  await control.setChoices({ maxUploadBytes: 10 });
  expect((await upload(multipart())).status).toBe(413);
  expect((await upload(Buffer.concat([multipart(), Buffer.alloc(3 * 1024 * 1024)]))).status).toBe(413);
  await control.setChoices({ maxUploadBytes: 1000 });
  expect((await upload(multipart())).status).toBe(200);
});
