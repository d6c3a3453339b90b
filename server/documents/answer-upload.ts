import { forActor } from "#server/auth/for-actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import { addDocument } from "./add-document.ts";
import { bodyOf } from "./body-of.ts";
import { MAX_FILE_BYTES } from "./rules/document-limits.ts";
import { fileProblemSentence } from "./rules/file-problem.ts";
import { type AddDocumentResult, addDocumentInput } from "./schemas.ts";

/**
 * Answers an upload: the file's bytes are the body, what it is and its name stand in the address. One request per file,
 * so each has its own progress and can be broken off alone.
 */
export const answerUpload = forActor<{ loadId: string }>("signed_in", async (actor, request, { loadId }) => {
  const { searchParams } = new URL(request.url);
  const input = addDocumentInput.safeParse({
    loadId,
    kind: searchParams.get("kind"),
    fileName: searchParams.get("name"),
  });
  if (!input.success) {
    const [issue] = input.error.issues;
    if (issue?.path[0] === "loadId")
      throw new AppError("not_found", "There is no such load. Reload the page.");
    throw new AppError("invalid_input", issue?.message ?? "Choose the file again.");
  }
  // What announces its size needs not be read to be refused.
  if (Number(request.headers.get("content-length")) > MAX_FILE_BYTES) {
    return resultResponse({
      kind: "refused",
      sentence: fileProblemSentence("too_large", input.data.fileName),
    });
  }
  return resultResponse(await addDocument(actor, input.data, bodyOf(request)));
});

function resultResponse(result: AddDocumentResult): Response {
  return Response.json(result, { status: result.kind === "refused" ? 422 : 200 });
}
