import { Readable } from "node:stream";
import type { Actor } from "#server/auth/actor.ts";
import { findActor } from "#server/auth/find-actor.ts";
import { GATE_REFUSALS, mayPass } from "#server/auth/rules/permissions.ts";
import { AppError } from "#server/kernel/errors.ts";
import { HTTP_STATUSES } from "#server/kernel/http-status.ts";

type CsvFile = { fileName: string; pieces: AsyncGenerator<string> };

/**
 * Answers a download of a CSV file for members with the "Billing" permission (R1, R33). The file streams: what `make`
 * refuses with an AppError becomes its status and sentence, later trouble breaks the download off.
 */
export async function answerCsv(
  request: Request,
  make: (actor: Actor) => Promise<CsvFile>,
): Promise<Response> {
  try {
    return csvResponse(await make(await billingActor(request)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(error.message, { status: HTTP_STATUSES[error.code] });
  }
}

async function billingActor(request: Request): Promise<Actor> {
  const actor = await findActor(request.headers);
  if (!actor) throw new AppError("not_signed_in", "Your session has ended. Sign in again to download this.");
  if (!mayPass("billing", actor)) throw new AppError("forbidden", GATE_REFUSALS.billing);
  return actor;
}

function csvResponse({ fileName, pieces }: CsvFile): Response {
  const bytes = Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>;
  return new Response(bytes, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
