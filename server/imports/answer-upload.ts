import { forActor } from "#server/auth/for-actor.ts";
import { receiveFile } from "#server/documents/receive-file.ts";
import { AppError } from "#server/kernel/errors.ts";
import { receiveImport } from "./receive-import.ts";
import { MOST_FILE_BYTES } from "./rules/file-limit.ts";
import { receiveImportSchema } from "./schemas.ts";

/** Answers an upload of a CSV file: its bytes are the body, its kind and name stand in the address (R21). */
export const answerUpload = forActor<Record<string, never>>("signed_in", async (actor, request) => {
  const { searchParams } = new URL(request.url);
  const input = receiveImportSchema.safeParse({
    kind: searchParams.get("kind"),
    fileName: searchParams.get("name"),
  });
  if (!input.success) throw new AppError("invalid_input", "Choose the file again.");
  // What announces its size needs not be read to be refused.
  if (Number(request.headers.get("content-length")) > MOST_FILE_BYTES) throw tooLarge();
  const bytes = request.body ? await receiveFile(request.body, MOST_FILE_BYTES) : new Uint8Array();
  if (!bytes) throw tooLarge();
  return Response.json(await receiveImport(actor, { ...input.data, bytes }));
});

function tooLarge(): AppError {
  return new AppError(
    "invalid_input",
    "This file is larger than 50 MB. Nothing was imported. Split it into several files, or export fewer columns.",
  );
}
