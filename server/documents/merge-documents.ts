import { PDFDocument } from "@cantoo/pdf-lib";
import { flattenForm } from "./flatten-form.ts";
import { addImagePage } from "./image-page.ts";
import { openPdf } from "./open-pdf.ts";
import { printPicture } from "./picture.ts";
import { sniffFile } from "./sniff-file.ts";

/** One PDF made of several files. `sizes` are page counts, one per file. */
export type MergedDocument = { bytes: Uint8Array; pageCount: number; sizes: number[] };

/** A file that can't become pages; `index` says which of those given. */
export class UnmergeableFileError extends Error {
  readonly index: number;

  constructor(index: number, cause?: unknown) {
    super(`File ${index + 1} of the merge can't be read.`, { cause });
    this.name = "UnmergeableFileError";
    this.index = index;
  }
}

/**
 * Joins files into one PDF, in the order given (`mergeOrder` gives the usual one). PDF pages are copied as they are,
 * what was typed into their forms included; a PNG or JPEG becomes an upright Letter page. The same files give the same
 * bytes. Throws UnmergeableFileError for a file that is none of these, damaged or encrypted.
 *
 * Files that people added are merged in a process apart (`read-apart.ts`).
 */
export async function mergeDocuments(
  files: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<MergedDocument> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  merged.setProducer("Lading");
  const sizes: number[] = [];
  for await (const bytes of files) {
    try {
      sizes.push(await addPages(merged, bytes));
    } catch (cause) {
      throw new UnmergeableFileError(sizes.length, cause);
    }
  }
  const bytes = await merged.save();
  return { bytes, pageCount: merged.getPageCount(), sizes };
}

async function addPages(merged: PDFDocument, bytes: Uint8Array): Promise<number> {
  const format = sniffFile(bytes)?.format;
  if (!format) throw new TypeError("neither PDF, PNG nor JPEG");
  if (format !== "pdf") {
    const picture = await printPicture(bytes, format);
    await addImagePage(merged, picture.bytes, picture.format);
    return 1;
  }
  const source = await openPdf(bytes);
  flattenForm(source);
  const pages = await merged.copyPages(source, source.getPageIndices());
  for (const page of pages) merged.addPage(page);
  return pages.length;
}
