import sharp from "sharp";
import { expect, test } from "vitest";
import { inspectFile } from "./inspect-file.ts";
import { MAX_FILE_BYTES } from "./rules/document-limits.ts";
import {
  aPhoto,
  filledForm,
  jsPdf,
  kitPdf,
  pagelessPdf,
  scanPdf,
  turnedPdf,
} from "./testing/foreign-files.ts";

const hundred = Array.from({ length: 100 }, (_, index) => `Page ${index}`);
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const cut = (bytes: Uint8Array, part: number) => bytes.subarray(0, Math.floor(bytes.byteLength * part));
const pdf = (pageCount: number) => ({ contentType: "application/pdf", pageCount });

test.each<[name: string, make: () => Promise<Uint8Array> | Uint8Array, found: object]>([
  ["a PDF by pdfkit", () => kitPdf(["one", "two"]), pdf(2)],
  ["a PDF 1.3 by pdfkit", () => kitPdf(["one"], { pdfVersion: "1.3" }), pdf(1)],
  ["a PDF by jsPDF", () => jsPdf("one", "two", "three"), pdf(3)],
  ["a PDF with object streams and a turned page", () => turnedPdf("sideways"), pdf(1)],
  ["a form that was filled in", () => filledForm("J. Rivera"), pdf(1)],
  ["a scanner's PDF without text", () => scanPdf(4), pdf(4)],
  ["a PDF of a hundred pages", () => kitPdf(hundred), pdf(100)],
  ["a PDF locked against changes only", () => kitPdf(["one"], { ownerPassword: "theirs" }), pdf(1)],
  [
    "the same, with AES-256",
    () => kitPdf(["one"], { ownerPassword: "theirs", pdfVersion: "1.7ext3" }),
    pdf(1),
  ],
  [
    "a PDF whose cross-reference table is wrong",
    async () => Buffer.from(latin(await kitPdf(["one"])).replace(/startxref\n\d+/, "startxref\n7"), "latin1"),
    pdf(1),
  ],
  [
    "a PDF with a mail server's lines before it",
    async () => Buffer.concat([Buffer.from("\r\n--boundary\r\n"), await kitPdf(["one"])]),
    pdf(1),
  ],
  ["a photo", () => aPhoto(), { contentType: "image/jpeg", pageCount: 1 }],
  ["a PNG scan", () => aPhoto({ format: "png" }), { contentType: "image/png", pageCount: 1 }],
  ["a PDF with a password", () => kitPdf(["one"], { userPassword: "secret" }), { problem: "password" }],
  [
    "a PDF with a password, AES-256",
    () => kitPdf(["one"], { userPassword: "secret", pdfVersion: "1.7ext3" }),
    { problem: "password" },
  ],
  ["half a PDF", async () => cut(await kitPdf(hundred), 0.5), { problem: "damaged" }],
  ["half a scan", async () => cut(await scanPdf(6), 0.5), { problem: "damaged" }],
  ["a web page that begins like a PDF", () => Buffer.from("%PDF-<html>moved</html>"), { problem: "damaged" }],
  [
    "a PDF that lost a page's contents",
    async () =>
      Buffer.from(latin(await kitPdf(["one"])).replace("/Contents 5 0 R", "/Contents 99 0 R"), "latin1"),
    { problem: "damaged" },
  ],
  ["a PDF without pages", pagelessPdf, { problem: "no_pages" }],
  ["half a JPEG", async () => cut(await aPhoto(), 0.5), { problem: "damaged" }],
  ["half a PNG", async () => cut(await aPhoto({ format: "png" }), 0.5), { problem: "damaged" }],
  ["a JPEG's first bytes", () => Buffer.from("ffd8ffe0", "hex"), { problem: "damaged" }],
  [
    "a picture of 144 million pixels",
    () =>
      sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "white" } })
        .png()
        .toBuffer(),
    { problem: "too_many_pixels" },
  ],
  ["nothing", () => Buffer.alloc(0), { problem: "empty" }],
  ["a Word document", () => Buffer.from("504b0304140006", "hex"), { problem: "unsupported" }],
  ["an iPhone's HEIC", () => Buffer.from("00000018667479706865696300", "hex"), { problem: "unsupported" }],
  ["a file that is too large", () => Buffer.alloc(MAX_FILE_BYTES + 1), { problem: "too_large" }],
])("%s is told for what it is", async (_name, make, found) => {
  expect(await inspectFile(await make())).toEqual(found);
});
