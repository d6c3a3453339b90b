import type { ImportRow } from "#db/queries/imports.ts";
import { looksLike } from "./rules/guess-mapping.ts";
import { isStalled } from "./rules/is-stalled.ts";
import type { ImportDetails } from "./schemas.ts";

/** An import as the browser gets it: instants as ISO strings. */
export function toDetails(row: ImportRow, now: Date): ImportDetails {
  const { id, kind, status, fileName, mode, totalRows, headers, mapping, byName, failure } = row;
  const { doneRows, createdRows, knownRows, badRows } = row;
  return {
    ...{ id, kind, status, fileName, mode, totalRows, headers, mapping, byName, failure },
    ...{ doneRows, createdRows, knownRows, badRows },
    looksLike: looksLike(kind, headers),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    isStalled: isStalled(row, now),
  };
}
