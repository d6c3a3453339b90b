import { forActor } from "#server/auth/for-actor.ts";
import { bodyOf } from "#server/documents/body-of.ts";
import { AppError } from "#server/kernel/errors.ts";
import { importTooLarge, receiveImport } from "./receive-import.ts";
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
  if (Number(request.headers.get("content-length")) > MOST_FILE_BYTES) throw importTooLarge();
  return Response.json(await receiveImport(actor, { ...input.data, body: bodyOf(request) }));
});
