import { inflateSync } from "node:zlib";
import { PDFArray, PDFDocument, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

/**
 * The texts each page of a PDF draws, in page order, read from the pages' own drawing instructions: whoever can't
 * find them there can't copy or search them either. Reads the standard fonts' one-byte text only.
 */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => drawnTexts(instructionsOf(page)).join("\n"));
}

function instructionsOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const parts: (PDFObject | undefined)[] =
    contents instanceof PDFArray
      ? contents.asArray().map((part) => page.doc.context.lookup(part))
      : [contents];
  return parts.map((part) => (part instanceof PDFRawStream ? decoded(part) : "")).join("\n");
}

function decoded(stream: PDFRawStream): string {
  const bytes = stream.getContents();
  const isDeflated = stream.dict.toString().includes("FlateDecode");
  return Buffer.from(isDeflated ? inflateSync(bytes) : bytes).toString("latin1");
}

function drawnTexts(instructions: string): string[] {
  return [...instructions.matchAll(/<([0-9A-Fa-f]*)>\s*Tj/g)].map(([, hex = ""]) =>
    new TextDecoder("windows-1252").decode(Buffer.from(hex, "hex")),
  );
}
