import { inCompany, type Tx } from "#db/client.ts";
import { upsertImportMapping } from "#db/queries/import-mappings.ts";
import { type ImportRow, lockImport, updateImportMapping } from "#db/queries/imports.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import { hashHeaders } from "./hash-headers.ts";
import { noSuchImport } from "./no-such-import.ts";
import { guessMapping } from "./rules/guess-mapping.ts";
import { fittingMapping, mappingGaps } from "./rules/import-mapping.ts";
import type { ChangeKind, MatchColumns } from "./schemas.ts";

/**
 * Says which column fills which field, for this file and the company's next with the same headers. Throws not_found
 * for another company's import, invalid_input where a field that every row needs has no column, conflict once the
 * rows are on their way.
 */
export function matchColumns(
  { scope }: Actor,
  { importId, mapping: wanted }: MatchColumns,
  clock: Clock = systemClock,
): Promise<void> {
  return inCompany(scope, async (tx) => {
    const { kind, headers } = await lockUnstarted(tx, scope, importId);
    const mapping = fittingMapping(kind, headers, wanted);
    const gaps = mappingGaps(kind, mapping);
    if (gaps.length > 0) throw new AppError("invalid_input", gaps.join(" "));
    await updateImportMapping(tx, scope, importId, { mapping });
    const shape = { kind, headersSha256: hashHeaders(headers) };
    await upsertImportMapping(tx, scope, { ...shape, mapping, updatedAt: clock() });
    await notify(tx, scope, { topic: "import", id: importId });
  });
}

/** Takes the file for one of the other kind: loads that were added among the customers. Columns are guessed anew. */
export function changeImportKind({ scope }: Actor, { importId, kind }: ChangeKind): Promise<void> {
  return inCompany(scope, async (tx) => {
    const { headers } = await lockUnstarted(tx, scope, importId);
    await updateImportMapping(tx, scope, importId, { kind, mapping: guessMapping(kind, headers) });
    await notify(tx, scope, { topic: "import", id: importId });
  });
}

async function lockUnstarted(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
): Promise<Pick<ImportRow, "kind" | "headers">> {
  const found = await lockImport(tx, scope, importId);
  if (!found) throw noSuchImport();
  if (found.status === "running" || found.status === "done") {
    throw new AppError(
      "conflict",
      "This file’s rows are imported already or on their way; its columns can’t change.",
    );
  }
  return found;
}
