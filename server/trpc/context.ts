import { randomUUID } from "node:crypto";
import type { Actor } from "#server/auth/actor.ts";
import { findActor } from "#server/auth/find-actor.ts";
import { isSameOrigin } from "#server/auth/same-origin.ts";

/** What every procedure knows of its request. */
export type RequestContext = {
  actor: Actor | undefined;
  /** Names this request in the log and in an error shown to the person. */
  requestId: string;
  /** False when another site made a browser send this. */
  sameOrigin: boolean;
};

/** The context of a request over HTTP; one look-up of the actor for all calls batched in it. */
export async function requestContext(request: Request): Promise<RequestContext> {
  return {
    actor: await findActor(request.headers),
    requestId: newRequestId(),
    sameOrigin: isSameOrigin(request.headers),
  };
}

/** Short enough to read out on the phone. */
export function newRequestId(): string {
  return randomUUID().slice(0, 8);
}
