import { inCompany } from "#db/client.ts";
import { findImportMapping } from "#db/queries/import-mappings.ts";
import { insertImport } from "#db/queries/imports.ts";
import type { Actor } from "#server/auth/actor.ts";
import { putFile } from "#server/documents/storage.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { type ImportId, newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { openImportFile } from "./file/import-file.ts";
import { surveyFile } from "./file/survey-file.ts";
import { hashHeaders } from "./hash-headers.ts";
import { guessMapping } from "./rules/guess-mapping.ts";
import type { ImportKind } from "./rules/import-kind.ts";
import { fittingMapping } from "./rules/import-mapping.ts";

type Upload = { kind: ImportKind; fileName: string; bytes: Uint8Array };

/**
 * Takes in a CSV file (R21): looks it over, keeps its bytes, and matches its columns as the company last did for a
 * file with these headers, else by their words. Throws AppError("invalid_input") for what is no CSV with rows.
 */
export async function receiveImport(
  { scope, userId }: Actor,
  { kind, fileName, bytes }: Upload,
  clock: Clock = systemClock,
): Promise<{ importId: ImportId }> {
  const { headers, totalRows } = await surveyFile(openImportFile(bytes));
  const { sha256 } = await putFile(scope, bytes);
  const importId = newId("import");
  await inCompany(scope, async (tx) => {
    const remembered = await findImportMapping(tx, scope, { kind, headersSha256: hashHeaders(headers) });
    const mapping = remembered ? fittingMapping(kind, headers, remembered) : guessMapping(kind, headers);
    const file = { id: importId, kind, fileName, sha256, headers, mapping, totalRows };
    await insertImport(tx, scope, { ...file, createdBy: userId, createdAt: clock() });
    await notify(tx, scope, { topic: "import", id: importId });
  });
  return { importId };
}
