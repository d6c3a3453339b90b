import { inCompany } from "#db/client.ts";
import { findImport, type ImportRow } from "#db/queries/imports.ts";
import { getCompany } from "#db/queries/people.ts";
import { openFile } from "#server/documents/storage.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { localDate } from "#server/kernel/local-time.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type FileLine, fileLines } from "./file/file-lines.ts";
import { openImportFile } from "./file/import-file.ts";
import { noSuchImport } from "./no-such-import.ts";
import type { FileReading } from "./rows/row-sorter.ts";

/** An import with its file: `chunks` gives the rows below the header, at most so many at a time. */
export type OpenedImport = {
  row: ImportRow;
  reading: FileReading;
  chunks: (size: number) => AsyncGenerator<FileLine[]>;
};

/** Opens an import's file. Throws not_found for another company's import, StoredFileError when its bytes are gone. */
export async function readImport(scope: CompanyScope, importId: ImportId, now: Date): Promise<OpenedImport> {
  const { row, timeZone } = await inCompany(scope, async (tx) => {
    const found = await findImport(tx, scope, importId);
    if (!found) throw noSuchImport();
    return { row: found, timeZone: (await getCompany(tx, scope)).timeZone };
  });
  // Looking through it checks its hash, so no row of a damaged file is taken for one of the carrier's.
  const file = await openImportFile(() => openFile(scope, row.sha256));
  return {
    row,
    reading: { headers: row.headers, mapping: row.mapping, today: localDate(now, timeZone) },
    chunks: (size) => inChunks(fileLines(file), size),
  };
}

async function* inChunks(lines: AsyncGenerator<FileLine>, size: number): AsyncGenerator<FileLine[]> {
  let chunk: FileLine[] = [];
  await lines.next();
  for await (const line of lines) {
    chunk.push(line);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
