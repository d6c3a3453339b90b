import { EncryptedPDFError, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { MAX_PAGES } from "./rules/document-limits.ts";
import type { FileProblem } from "./rules/file-problem.ts";

type PdfProblem = Extract<FileProblem, "damaged" | "password" | "no_pages" | "too_many_pages">;

/** A PDF that can't be used; `problem` says why, in the words of `rules/file-problem.ts`. */
export class PdfProblemError extends Error {
  readonly problem: PdfProblem;

  constructor(problem: PdfProblem, cause?: unknown) {
    super(`The PDF can't be used: ${problem}.`, { cause });
    this.name = "PdfProblemError";
    this.problem = problem;
  }
}

/**
 * Opens a PDF whole: every page with all it draws is there. A broken cross-reference table, as scanners write it, is
 * no trouble; a file that is cut off is refused even where readers would show blank pages. One that is only locked
 * against changes, as brokers send them, opens like any other. Throws PdfProblemError.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await load(bytes);
  const pages = pagesOf(pdf);
  if (pages.length === 0) throw new PdfProblemError("no_pages");
  if (pages.length > MAX_PAGES) throw new PdfProblemError("too_many_pages");
  if (!areWhole(pages)) throw new PdfProblemError("damaged");
  return pdf;
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw new PdfProblemError("damaged", error);
  }
  try {
    // Encrypted with an empty password: anybody may read it, nobody is meant to change it.
    return await PDFDocument.load(bytes, { updateMetadata: false, password: "" });
  } catch (error) {
    throw new PdfProblemError("password", error);
  }
}

function pagesOf(pdf: PDFDocument): PDFPage[] {
  try {
    return pdf.getPages();
  } catch (error) {
    throw new PdfProblemError("damaged", error);
  }
}

/** Throws where what a page refers to leads in a circle. */
function areWhole(pages: PDFPage[]): boolean {
  try {
    return pages.every(isWhole);
  } catch (error) {
    throw new PdfProblemError("damaged", error);
  }
}

const DRAWN = ["XObject", "Font"].map((name) => PDFName.of(name));

/** False where a page refers to contents, pictures or fonts that the file has lost. */
function isWhole(page: PDFPage): boolean {
  const { node } = page;
  const isThere = (value: unknown) => !(value instanceof PDFRef) || node.context.lookup(value) !== undefined;
  if (!isThere(node.get(PDFName.of("Contents")))) return false;
  const resources = node.Resources();
  return DRAWN.every((kind) => {
    const named = resources?.lookup(kind);
    return !(named instanceof PDFDict) || named.values().every(isThere);
  });
}
