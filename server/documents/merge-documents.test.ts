import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { createRandom } from "#db/seed/random.ts";
import { drawDeliveryReceipt } from "#db/seed/scans/delivery-receipt.ts";
import { mergeDocuments, UnmergeableFileError } from "./merge-documents.ts";
import { OTR_COMFORT_BYTES } from "./rules/document-limits.ts";
import { mergeOrder } from "./rules/merge-order.ts";
import { Sheet } from "./sheet/sheet.ts";
import { aPhoto, filledForm, jsPdf, kitPdf, scanPdf, turnedPdf } from "./testing/foreign-files.ts";
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

test("files of other programs merge with all they say, in the order given", async () => {
  const hundred = Array.from({ length: 100 }, (_, index) => `Line ${index}`);
  const { bytes, sizes } = await mergeDocuments([
    await kitPdf(["Kit one", "Kit two"]),
    jsPdf("Script one"),
    await turnedPdf("Sideways"),
    await kitPdf(["Locked against changes"], { ownerPassword: "theirs" }),
    await aPhoto(),
    await scanPdf(3),
    await kitPdf(hundred),
  ]);
  expect(sizes).toEqual([2, 1, 1, 1, 1, 3, 100]);
  const texts = await pageTexts(bytes);
  expect(texts.filter((text) => text !== "")).toEqual([
    "Kit one",
    "Kit two",
    "Script one",
    "Sideways",
    "Locked against changes",
    ...hundred,
  ]);
  const turned = (await PDFDocument.load(bytes)).getPage(3);
  expect(turned.getRotation().angle).toBe(90);
});

test("what was typed into a form on screen is on the merged page", async () => {
  const { bytes } = await mergeDocuments([await filledForm("Accepted by J. Rivera")]);
  expect(await pageTexts(bytes)).toEqual(["Accepted by J. Rivera"]);
});

test("a photo held sideways by the camera is upright, small or large", async () => {
  for (const width of [800, 4000]) {
    const { bytes } = await mergeDocuments([await aPhoto({ width, height: width * 0.75, orientation: 6 })]);
    const page = (await PDFDocument.load(bytes)).getPage(0);
    expect(page.getSize()).toEqual({ width: 612, height: 792 });
  }
});

test("twenty megabytes of photos become a packet that a factor takes", async () => {
  const photo = await aPhoto({ width: 4032, height: 3024, quality: 92 });
  const count = Math.ceil(20_000_000 / photo.byteLength);
  const { bytes, pageCount } = await mergeDocuments(Array.from({ length: count }, () => photo));
  expect(pageCount).toBe(count);
  expect(bytes.byteLength).toBeLessThan(OTR_COMFORT_BYTES);
});

test.each([
  ["see-through", { channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } }],
  ["opaque", { channels: 3, background: "red" }],
] as const)("a %s PNG prints", async (_name, look) => {
  const png = await sharp({ create: { width: 60, height: 40, ...look } })
    .png({ palette: true })
    .toBuffer();
  expect(await mergeDocuments([png])).toMatchObject({ pageCount: 1 });
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
