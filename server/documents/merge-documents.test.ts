import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { createRandom } from "#db/seed/random.ts";
import { drawDeliveryReceipt } from "#db/seed/scans/delivery-receipt.ts";
import { countPages, mergeDocuments, UnmergeableFileError } from "./merge-documents.ts";
import { mergeOrder } from "./rules/merge-order.ts";
import { Sheet } from "./sheet/sheet.ts";
import { pageTexts } from "./testing/page-texts.ts";

async function aPdf(...pages: string[]): Promise<Uint8Array> {
  const sheet = await Sheet.open({ title: "t", author: "a", madeOn: "2026-10-12" });
  for (const [index, text] of pages.entries()) {
    if (index > 0) sheet.newPage();
    sheet.text(text, 100, 100);
  }
  return sheet.finish("foot");
}

test("the merged document has every page, in the order given, its text still readable", async () => {
  const scan = drawDeliveryReceipt(createRandom(1));
  const files = [await aPdf("Invoice 60417"), await aPdf("Rate, page one", "Rate, page two"), scan];
  const merged = await mergeDocuments(files);
  expect(merged).toMatchObject({ pageCount: 4, sizes: [1, 2, 1] });
  const texts = await pageTexts(merged.bytes);
  expect(texts.map((text) => text.split("\n")[0])).toEqual([
    "Invoice 60417",
    "Rate, page one",
    "Rate, page two",
    "",
  ]);
});

test("the same files merge to the same bytes, so the hash says whether the packet changed", async () => {
  const files = [await aPdf("Invoice 60417"), drawDeliveryReceipt(createRandom(2))];
  const [one, other] = [await mergeDocuments(files), await mergeDocuments(files)];
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
});

test("a picture becomes one upright Letter page", async () => {
  const { bytes } = await mergeDocuments([drawDeliveryReceipt(createRandom(3))]);
  const [page] = (await PDFDocument.load(bytes)).getPages();
  expect(page?.getSize()).toEqual({ width: 612, height: 792 });
});

test.each([
  ["no file type we know", Buffer.from("hello")],
  ["a PDF that is cut off", Buffer.from("%PDF-1.7\n1 0 obj")],
  ["a PNG without pixels", Buffer.from("89504e470d0a1a0a", "hex")],
])("%s is refused by its place in the list", async (_name, bytes) => {
  const files = [await aPdf("Invoice"), bytes];
  await expect(mergeDocuments(files)).rejects.toMatchObject({ name: "UnmergeableFileError", index: 1 });
  await expect(mergeDocuments(files)).rejects.toBeInstanceOf(UnmergeableFileError);
});

test("pages are counted without merging", async () => {
  expect(await countPages(await aPdf("one", "two", "three"))).toBe(3);
  expect(await countPages(drawDeliveryReceipt(createRandom(4)))).toBe(1);
});

test("invoice, rate confirmation, POD, then the rest as they came; an earlier packet is no part of a new one", () => {
  const kinds = [
    "other",
    "packet",
    "proof_of_delivery",
    "lumper_receipt",
    "invoice",
    "rate_confirmation",
  ] as const;
  expect(mergeOrder(kinds.map((kind) => ({ kind }))).map(({ kind }) => kind)).toEqual([
    "invoice",
    "rate_confirmation",
    "proof_of_delivery",
    "lumper_receipt",
    "other",
  ]);
});
