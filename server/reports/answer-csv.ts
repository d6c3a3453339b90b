import { Readable } from "node:stream";
import type { Actor } from "#server/auth/actor.ts";
import { findActor } from "#server/auth/find-actor.ts";
import { GATE_REFUSALS, type Gate, mayPass } from "#server/auth/rules/permissions.ts";
import { AppError } from "#server/kernel/errors.ts";
import { HTTP_STATUSES } from "#server/kernel/http-status.ts";

/** A browser that guesses would take a name with markup in it for a page. */
const NEVER_SNIFFED = { "X-Content-Type-Options": "nosniff" };

type CsvFile = { fileName: string; pieces: AsyncGenerator<string> };

/**
 * Answers a download of a CSV file for members who may pass the gate (R1, R33). The file streams: what `make` refuses
 * with an AppError becomes its status and sentence, later trouble breaks the download off.
 */
export async function answerCsv(
  request: Request,
  gate: Gate,
  make: (actor: Actor) => Promise<CsvFile>,
): Promise<Response> {
  try {
    return csvResponse(await make(await actorBehind(gate, request)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(error.message, { status: HTTP_STATUSES[error.code], headers: NEVER_SNIFFED });
  }
}

async function actorBehind(gate: Gate, request: Request): Promise<Actor> {
  const actor = await findActor(request.headers);
  if (!actor) throw new AppError("not_signed_in", "Your session has ended. Sign in again to download this.");
  if (!mayPass(gate, actor)) throw new AppError("forbidden", GATE_REFUSALS[gate]);
  return actor;
}

function csvResponse({ fileName, pieces }: CsvFile): Response {
  const bytes = Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>;
  return new Response(bytes, {
    headers: {
      ...NEVER_SNIFFED,
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
