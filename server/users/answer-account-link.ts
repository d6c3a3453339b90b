import { z } from "zod";
import { clientAddress } from "#server/auth/client-address.ts";
import { isSameOrigin } from "#server/auth/same-origin.ts";
import { bodyRefusal } from "#server/kernel/body-limit.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { log } from "#server/log.ts";
import { redeemAccountLink } from "./redeem-account-link.ts";
import type { LinkRefusal } from "./rules/link-refusal.ts";

const bodySchema = z.object({ token: z.string().max(200), password: z.string().min(1).max(1_000) });

const UNAVAILABLE: LinkRefusal = {
  reason: "password",
  sentence: "Lading can't save this at the moment. Wait a minute, then try again.",
};

const STATUSES = { gone: 410, too_many_tries: 429, password: 422 } as const satisfies Record<
  LinkRefusal["reason"],
  number
>;

/**
 * Answers the form behind a one-time link: `{ email }` to sign in with, or a refusal. The token comes in the body, is
 * the only permission asked for, and is in no log.
 */
export async function answerAccountLink(request: Request): Promise<Response> {
  if (bodyRefusal(request) || !isSameOrigin(request.headers)) return refuse({ reason: "gone" });
  const body = bodySchema.safeParse(await request.json().catch(() => undefined));
  if (!body.success) return refuse({ reason: "gone" });
  try {
    const answer = await redeemAccountLink(body.data, clientAddress(request.headers), systemClock());
    return answer.ok ? Response.json({ email: answer.email }) : refuse(answer.refusal);
  } catch (error) {
    log().error({ err: error }, "account link failed");
    return Response.json(UNAVAILABLE, { status: 503 });
  }
}

function refuse(refusal: LinkRefusal): Response {
  return Response.json(refusal, { status: STATUSES[refusal.reason] });
}
