import { openPdf, PdfProblemError } from "./open-pdf.ts";
import { pictureProblem } from "./picture.ts";
import { MAX_FILE_BYTES } from "./rules/document-limits.ts";
import type { FileProblem } from "./rules/file-problem.ts";
import { type FileType, sniffFile } from "./sniff-file.ts";

/** What a file is, or why it can't be a document. */
export type Inspected =
  | { contentType: FileType["contentType"]; pageCount: number }
  | { problem: FileProblem };

/** Looks at a file's bytes, never at its name: which type it is, and whether all of it can be read (R20). */
export async function inspectFile(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.byteLength === 0) return { problem: "empty" };
  if (bytes.byteLength > MAX_FILE_BYTES) return { problem: "too_large" };
  const type = sniffFile(bytes);
  if (!type) return { problem: "unsupported" };
  if (type.format === "pdf") return inspectPdf(bytes, type);
  const problem = await pictureProblem(bytes);
  return problem ? { problem } : { contentType: type.contentType, pageCount: 1 };
}

async function inspectPdf(bytes: Uint8Array, { contentType }: FileType): Promise<Inspected> {
  try {
    return { contentType, pageCount: (await openPdf(bytes)).getPageCount() };
  } catch (error) {
    if (error instanceof PdfProblemError) return { problem: error.problem };
    throw error;
  }
}
