import { constants, crc32, deflateRawSync, deflateSync } from "node:zlib";

const MEGABYTE = 1024 * 1024;

/** Zlib data that inflates to so many megabytes of spaces, made without having them. */
function inflatesTo(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * MEGABYTE, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: megabytes / 16 }, () => block);
  return Buffer.concat([Buffer.from("789c", "hex"), ...blocks, deflateRawSync(Buffer.alloc(0))]);
}

function pdfOf(...objects: (string | Buffer)[]): Buffer {
  const parts = objects.map((object, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from("\nendobj\n"),
  ]);
  const trailer = Buffer.from(`trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`);
  return Buffer.concat([Buffer.from("%PDF-1.7\n"), ...parts.flat(), trailer]);
}

const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>";

/** A PDF of some kilobytes whose object or cross-reference stream inflates, twice over, to four gigabytes. */
export function inflatingPdf(type: "ObjStm" | "XRef"): Buffer {
  const twice = deflateSync(inflatesTo(4096));
  const dict = `<</Type/${type}/N 1/First 4/Size 4/W[1 2 1]/Filter[/FlateDecode/FlateDecode]/Length ${twice.byteLength}>>`;
  const stream = Buffer.concat([Buffer.from(`${dict}\nstream\n`), twice, Buffer.from("\nendstream")]);
  return pdfOf(CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, stream);
}

/** One page, a million times over. */
export function endlessPdf(): Buffer {
  return pdfOf(CATALOG, `<</Type/Pages/Count 1000000/Kids[${"3 0 R ".repeat(1_000_000)}]>>`, PAGE);
}

/** A page tree that is its own branch. */
export function circlingPdf(): Buffer {
  return pdfOf(CATALOG, "<</Type/Pages/Count 1/Kids[2 0 R]>>");
}

/** A page that inherits from a circle. */
export function inheritingPdf(): Buffer {
  return pdfOf(
    CATALOG,
    "<</Type/Pages/Count 1/Kids[3 0 R]/Parent 4 0 R>>",
    PAGE,
    "<</Type/Pages/Parent 2 0 R>>",
  );
}

/** Arrays in arrays, half a million deep. */
export function nestedPdf(): Buffer {
  return pdfOf(`${"[".repeat(500_000)}${"]".repeat(500_000)}`, CATALOG);
}

/** Objects that never end: for each the reader looks through all the rest of the file. */
export function slowPdf(): Buffer {
  return Buffer.from(`%PDF-1.7\n${"1 0 obj )\n".repeat(300_000)}`);
}

/** A picture of 60,000 by 60,000 pixels, whole, in half a megabyte. */
export function vastPng(): Buffer {
  const side = 60_000;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  const row = 1 + side / 8;
  const rows = deflateRawSync(Buffer.alloc(row * 1000), { finishFlush: constants.Z_FULL_FLUSH });
  const pixels = Buffer.concat([
    Buffer.from("789c", "hex"),
    ...Array.from({ length: side / 1000 }, () => rows),
    deflateRawSync(Buffer.alloc(0)),
    adlerOfZeros(row * side),
  ]);
  const chunks = [chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks]);
}

function adlerOfZeros(length: number): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(length % 65_521, 0);
  sum.writeUInt16BE(1, 2);
  return sum;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
