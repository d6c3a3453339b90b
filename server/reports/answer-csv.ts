import { Readable } from "node:stream";
import type { Actor } from "#server/auth/actor.ts";
import { findActor } from "#server/auth/find-actor.ts";
import { GATE_REFUSALS, mayPass } from "#server/auth/rules/permissions.ts";
import { AppError, type ErrorCode } from "#server/kernel/errors.ts";

type CsvFile = { fileName: string; pieces: AsyncGenerator<string> };

const STATUSES = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

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
    return new Response(error.message, { status: STATUSES[error.code] });
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
