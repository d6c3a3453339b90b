import { AppError } from "#server/kernel/errors.ts";
import { fileLines } from "./file-lines.ts";
import type { ImportFile } from "./import-file.ts";
import { readHeaders } from "./read-headers.ts";

/** More rows than any carrier has in a year. All of them go in one transaction where all are wanted or none. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;

/**
 * Goes through a whole file once: its headers and how many rows it has. Throws AppError("invalid_input") with what
 * to do for a file without headers or rows, with too many, or with a line that can't be read.
 */
export async function surveyFile(file: ImportFile): Promise<{ headers: string[]; totalRows: number }> {
  let headers: string[] | undefined;
  let totalRows = 0;
  for await (const { cells } of fileLines(file)) {
    if (!headers) {
      headers = readHeaders(cells);
      if (headers.length > MOST_COLUMNS)
        throw refused(`has more than ${MOST_COLUMNS} columns`, "Export fewer columns");
      continue;
    }
    totalRows += 1;
    if (totalRows > MOST_ROWS) throw refused("has more than 100,000 rows", "Split it into several files");
  }
  if (!headers) throw refused("holds no text", "Choose the file that holds your rows");
  if (totalRows === 0) {
    throw refused("has headers in its first line, but no rows below them", "Export it again with rows");
  }
  return { headers, totalRows };
}

function refused(fault: string, advice: string): AppError {
  return new AppError("invalid_input", `This file ${fault}. Nothing was imported. ${advice}.`);
}
