import { type Call, sha256Of } from "../call.ts";
import { multipartParts, type Part } from "../multipart.ts";
import { empty, gatewayError, invalidRequest, json, serviceError } from "../replies.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Reply } from "../sandbox-types.ts";

const textParts = ["DocumentType", "ItemPkey", "SendEmail", "InvoiceDocTypes"];
const pdf = "25504446";
const images = ["ffd8ff", "89504e47"];

/** Attaches a document to an invoice; the same document may come twice (OTR §8, §12.4). */
export async function answerFileUpload(call: Call, sandbox: Sandbox): Promise<Reply> {
  const { choices, invoices } = sandbox.data;
  if (call.bodyBytes > call.body.length) return tooLarge();
  const parts = multipartParts(call);
  const file = parts?.find(({ name }) => name === "file");
  if (!parts || file?.fileName === undefined) return invalidRequest;
  const text = textsOf(parts);
  if (textParts.some((name) => !text[name])) return invalidRequest;
  if (text.DocumentType !== "invoice-file-upload") return invalidRequest;
  if (!/^\d+$/.test(text.InvoiceDocTypes ?? "")) return invalidRequest;
  if (file.bytes.length > choices.maxUploadBytes) return tooLarge();
  const invoice = invoices.get(Number(text.ItemPkey));
  if (!invoice) return serviceError(choices.unknownUpload, "Invoice not found");
  if (!file.contentType) return serviceError(500, "Object reference not set to an instance of an object");
  if (!isAccepted(file.bytes, choices.strictPdf)) {
    return serviceError(
      500,
      `Invalid or corrupt pdf format - unable to read from ${file.bytes.length} bytes`,
    );
  }
  await store(file, file.fileName, file.contentType, invoice.pkey, parts, sandbox);
  return choices.uploadReply === "empty"
    ? empty(200)
    : json(200, { message: "File uploaded", invoiceId: String(invoice.pkey) });
}

async function store(
  file: Part,
  fileName: string,
  contentType: string,
  pkey: number,
  parts: Part[],
  sandbox: Sandbox,
): Promise<void> {
  const sha256 = sha256Of(file.bytes);
  await sandbox.documentStore.put(sha256, file.bytes);
  sandbox.record({
    type: "document_stored",
    document: {
      id: sandbox.data.nextDocumentId,
      pkey,
      fileName,
      contentType,
      docType: textsOf(parts).InvoiceDocTypes ?? "",
      partOrder: parts.map(({ name }) => name),
      size: file.bytes.length,
      sha256,
      receivedAt: sandbox.now(),
    },
  });
}

function textsOf(parts: Part[]): Record<string, string | undefined> {
  const texts = parts.filter(({ name }) => name !== "file");
  return Object.fromEntries(texts.map(({ name, bytes }) => [name, bytes.toString("utf8")]));
}

function isAccepted(bytes: Buffer, strictPdf: boolean): boolean {
  const start = bytes.toString("hex", 0, 4);
  return start === pdf || (!strictPdf && images.some((magic) => start.startsWith(magic)));
}

function tooLarge(): Reply {
  return gatewayError(413, "Request Entity Too Large");
}
