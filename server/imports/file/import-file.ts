import { findDelimiter } from "./find-delimiter.ts";
import { findEncoding, type TextEncodingName } from "./find-encoding.ts";
import { refuseForeignFormat } from "./refuse-foreign-format.ts";
import { textPieces } from "./text-pieces.ts";

/** A file that was looked at, ready to be read row by row. */
export type ImportFile = {
  bytes: Uint8Array;
  encoding: TextEncodingName;
  delimiter: string;
  /** Lines before the header line: Excel's "sep=;". */
  skippedLines: number;
};

const HEAD_BYTES = 64 * 1024;

/** Excel's own first line, which names the delimiter and is no row. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/**
 * Looks at a file's bytes: what it is, how its text is encoded and what stands between its columns. Throws
 * AppError("invalid_input") with what to do for a file that is no CSV.
 */
export function openImportFile(bytes: Uint8Array): ImportFile {
  refuseForeignFormat(bytes);
  const encoding = findEncoding(bytes);
  const head = textPieces(bytes.subarray(0, HEAD_BYTES), encoding).next().value ?? "";
  const [, named] = SEPARATOR_LINE.exec(head) ?? [];
  return { bytes, encoding, delimiter: named ?? findDelimiter(head), skippedLines: named ? 1 : 0 };
}
