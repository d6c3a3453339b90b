import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { AppError } from "#server/kernel/errors.ts";
import type { ImportFile } from "./import-file.ts";
import { textPieces } from "./text-pieces.ts";

/** A record of the file: its cells, and the line it begins in as an editor counts lines. */
export type FileLine = { line: number; cells: string[] };

/** No record of customers or loads is this long: a quotation mark was left open. */
const MAX_RECORD_CHARACTERS = 200_000;

/**
 * Reads the records of a file one after the other; lines without any text are left out. Throws
 * AppError("invalid_input") naming the line where a quotation mark is never closed.
 */
export async function* fileLines(file: ImportFile): AsyncGenerator<FileLine> {
  const begins: number[] = [];
  let next = 1;
  const parser = parse({
    delimiter: file.delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    // Called as records are cut, before they are taken: after an error it says where the bad one begins.
    on_record: (cells: string[]) => {
      begins.push(next);
      next += 1 + countBreaks(cells);
      return cells;
    },
  });
  const text = Readable.from(textPieces(await file.open(), file.encoding));
  text.once("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let skip = file.skippedLines;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const line = begins.shift() ?? next;
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (skip > 0) skip -= 1;
      else yield { line, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(next, error);
    throw error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function unreadable(line: number, cause: CsvError): AppError {
  return new AppError(
    "invalid_input",
    `Line ${line} can’t be read: a quotation mark that is opened there is never closed. Nothing was imported. Mend the line in a text editor or export the file again.`,
    { cause },
  );
}

/** Line breaks within quotes; the parser's own count takes CRLF for two. */
function countBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return breaks;
}
