import { buffer } from "node:stream/consumers";
import { degrees, PDFDocument } from "@cantoo/pdf-lib";
import { jsPDF } from "jspdf";
import PDFKit from "pdfkit";
import sharp from "sharp";

type KitOptions = ConstructorParameters<typeof PDFKit>[0];

/** A PDF by pdfkit, one text per page; `options` are its own (passwords, PDF version). */
export function kitPdf(pages: readonly string[], options: KitOptions = {}): Promise<Buffer> {
  const kit = new PDFKit({ size: "LETTER", autoFirstPage: false, ...options });
  for (const text of pages) kit.addPage().fontSize(20).text(text);
  kit.end();
  return buffer(kit);
}

/** A PDF by jsPDF. */
export function jsPdf(...pages: string[]): Uint8Array {
  const [first = "", ...rest] = pages;
  const pdf = new jsPDF({ format: "letter" });
  pdf.text(first, 20, 20);
  for (const text of rest) pdf.addPage().text(text, 20, 20);
  return new Uint8Array(pdf.output("arraybuffer"));
}

/** A scanner's PDF: a picture on each page and no text. */
export async function scanPdf(pages: number): Promise<Buffer> {
  const picture = await aPhoto({ width: 850, height: 1100 });
  const kit = new PDFKit({ size: "LETTER", autoFirstPage: false });
  for (let page = 0; page < pages; page++) kit.addPage().image(picture, 0, 0, { width: 612 });
  kit.end();
  return buffer(kit);
}

/** A form whose field was filled in on screen, not flattened. */
export async function filledForm(value: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const field = pdf.getForm().createTextField("carrier.signature");
  field.setText(value);
  field.addToPage(pdf.addPage([612, 792]), { x: 60, y: 600, width: 300, height: 24 });
  return pdf.save();
}

/** A page that stands sideways in the file and says how to turn it. */
export async function turnedPdf(text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([792, 612]);
  page.drawText(text, { x: 60, y: 60 });
  page.setRotation(degrees(90));
  return pdf.save({ useObjectStreams: true });
}

/** A PDF without pages. */
export function pagelessPdf(): Buffer {
  return Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
  );
}

/** A camera's picture, grainy as paper is; with `orientation` as EXIF has it. */
export function aPhoto({
  width = 800,
  height = 600,
  format = "jpeg",
  orientation,
  quality = 90,
}: {
  width?: number;
  height?: number;
  format?: "jpeg" | "png";
  orientation?: number;
  quality?: number;
} = {}): Promise<Buffer> {
  const picture = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#ddd",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });
  if (format === "png") return picture.png().toBuffer();
  return picture.jpeg({ quality }).withMetadata({ orientation }).toBuffer();
}
