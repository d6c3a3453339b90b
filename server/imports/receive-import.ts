import { createReadStream } from "node:fs";
import { join } from "node:path";
import { inCompany } from "#db/client.ts";
import { findImportMapping } from "#db/queries/import-mappings.ts";
import { insertImport } from "#db/queries/imports.ts";
import type { Actor } from "#server/auth/actor.ts";
import { receiveFile } from "#server/documents/receive-file.ts";
import { putFileFrom } from "#server/documents/storage.ts";
import { withTempFolder } from "#server/documents/with-temp-folder.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { type ImportId, newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { openImportFile } from "./file/import-file.ts";
import { surveyFile } from "./file/survey-file.ts";
import { hashHeaders } from "./hash-headers.ts";
import { MOST_FILE_BYTES } from "./rules/file-limit.ts";
import { guessMapping } from "./rules/guess-mapping.ts";
import type { ImportKind } from "./rules/import-kind.ts";
import { fittingMapping } from "./rules/import-mapping.ts";

type Upload = { kind: ImportKind; fileName: string; body: AsyncIterable<Uint8Array> };

/**
 * Takes in a CSV file (R21): looks it over, keeps its bytes, and matches its columns as the company last did for a
 * file with these headers, else by their words. Throws AppError("invalid_input") for what is no CSV with rows, is too
 * large, or breaks off.
 */
export async function receiveImport(
  { scope, userId }: Actor,
  { kind, fileName, body }: Upload,
  clock: Clock = systemClock,
): Promise<{ importId: ImportId }> {
  const { sha256, headers, totalRows } = await withTempFolder((folder) =>
    takeIn(scope, join(folder, "upload"), body),
  );
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

/** Receives the file at `path`, surveys it, and stores it where it has rows. */
async function takeIn(scope: Actor["scope"], path: string, body: AsyncIterable<Uint8Array>) {
  const file = await receiveFile(body, path, MOST_FILE_BYTES);
  if (!file) throw importTooLarge();
  const survey = await surveyFile(await openImportFile(async () => createReadStream(path)));
  await putFileFrom(scope, path, file);
  return { ...survey, sha256: file.sha256 };
}

/** The refusal of a file above the limit. */
export function importTooLarge(): AppError {
  return new AppError(
    "invalid_input",
    "This file is larger than 50 MB. Nothing was imported. Split it into several files, or export fewer columns.",
  );
}
