import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";

const COLOR_SPACES: Readonly<Record<number, { name: string; colors: number }>> = {
  0: { name: "DeviceGray", colors: 1 },
  2: { name: "DeviceRGB", colors: 3 },
};

/**
 * Puts a PNG's compressed pixels into the PDF as they are: PDF reads PNG's row filters itself, so a phone's twelve
 * megapixels need neither time nor memory. Undefined for a PNG with transparency, a palette or interlacing, which
 * must be decoded.
 */
export function embedPngStream(
  pdf: PDFDocument,
  png: Uint8Array,
): { ref: PDFRef; width: number; height: number } | undefined {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === "IHDR")?.data;
  if (!head || head.byteLength < 13 || chunks.some(({ type }) => type === "tRNS")) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height, bits] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  const space = COLOR_SPACES[view.getUint8(9)];
  const interlaced = view.getUint8(12) !== 0;
  if (!space || interlaced) return undefined;
  const pixels = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const image = pdf.context.stream(pixels, {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    ColorSpace: space.name,
    BitsPerComponent: bits,
    Filter: "FlateDecode",
    DecodeParms: { Predictor: 15, Colors: space.colors, BitsPerComponent: bits, Columns: width },
  });
  return { ref: pdf.context.register(image), width, height };
}

type Chunk = { type: string; data: Uint8Array };

/** The chunks of a PNG up to its end or to where it is cut off. */
function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= png.byteLength) {
    const length = view.getUint32(at);
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString("latin1");
    if (at + 12 + length > png.byteLength) break;
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}
