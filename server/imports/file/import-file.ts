import { findDelimiter } from "./find-delimiter.ts";
import { findEncoding, type TextEncodingName } from "./find-encoding.ts";
import { lookThrough } from "./look-through.ts";
import { refuseForeignFormat } from "./refuse-foreign-format.ts";

/** Begins to read a file from its first byte, each time it is called. */
export type OpenBytes = () => Promise<AsyncIterable<Uint8Array>>;

/** A file that was looked at, ready to be read row by row; never held whole. */
export type ImportFile = {
  open: OpenBytes;
  encoding: TextEncodingName;
  delimiter: string;
  /** Lines before the header line: Excel's "sep=;". */
  skippedLines: number;
};

/** Excel's own first line, which names the delimiter and is no row. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/**
 * Looks at a file's bytes, all of them: what it is, how its text is encoded and what stands between its columns. Throws
 * AppError("invalid_input") with what to do for a file that is no CSV.
 */
export async function openImportFile(open: OpenBytes): Promise<ImportFile> {
  const { head, isUtf8 } = await lookThrough(await open());
  refuseForeignFormat(head);
  const encoding = findEncoding(head, isUtf8);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const [, named] = SEPARATOR_LINE.exec(text) ?? [];
  return { open, encoding, delimiter: named ?? findDelimiter(text), skippedLines: named ? 1 : 0 };
}
