import { AppError } from "#server/kernel/errors.ts";
import { HTTP_STATUSES } from "#server/kernel/http-status.ts";
import { log } from "#server/log.ts";
import type { Actor } from "./actor.ts";
import { findActor } from "./find-actor.ts";
import { GATE_REFUSALS, type Gate, mayPass } from "./rules/permissions.ts";
import { isSameOrigin } from "./same-origin.ts";

type Handle<Params> = (actor: Actor, request: Request, params: Params) => Promise<Response>;

/**
 * A route handler behind a gate, for downloads and uploads: `export const GET = forActor("billing", …)`.
 * Refusals (AppError) answer `{ message }` under their HTTP status; anything else is logged and answers 500.
 */
export function forActor<Params>(gate: Gate, handle: Handle<Params>) {
  const route = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      const actor = await admit(gate, request);
      return await handle(actor, request, await context.params);
    } catch (error) {
      return answerError(error, new URL(request.url).pathname);
    }
  };
  return Object.assign(route, { gate });
}

/** Who makes a request, for route handlers that decide themselves; undefined when not signed in. */
export function actorFromRequest(request: Request): Promise<Actor | undefined> {
  return findActor(request.headers);
}

async function admit(gate: Gate, request: Request): Promise<Actor> {
  if (request.method !== "GET" && !isSameOrigin(request.headers)) {
    throw new AppError("forbidden", "This request came from another website. Open Lading and do it there.");
  }
  const actor = await actorFromRequest(request);
  if (!actor) throw new AppError("not_signed_in", "Sign in to Lading first, then open this link again.");
  if (!mayPass(gate, actor)) throw new AppError("forbidden", GATE_REFUSALS[gate]);
  return actor;
}

function answerError(error: unknown, path: string): Response {
  if (error instanceof AppError) {
    return Response.json({ message: error.message }, { status: HTTP_STATUSES[error.code] });
  }
  log().error({ err: error, path }, "route failed");
  return Response.json(
    { message: "Lading has a fault here, and nothing you sent caused it. Try again in a minute." },
    { status: 500 },
  );
}
