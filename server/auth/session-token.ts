import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#server/env.ts";
import { idSchema } from "#server/kernel/ids.ts";
import { SESSION_SECONDS } from "./session-lifetime.ts";

/** All that the cookie carries: which row of `sessions` to look up. It grants nothing by itself. */
export const sessionClaimsSchema = z.object({
  userId: idSchema("user"),
  sessionId: idSchema("session"),
  companyId: idSchema("company"),
});

export type SessionClaims = z.output<typeof sessionClaimsSchema>;

/** The claims in a cookie value; undefined when it was not sealed by us, was altered, or is too old. */
export async function openSessionToken(token: string): Promise<SessionClaims | undefined> {
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const claims = sessionClaimsSchema.safeParse(payload);
  return claims.success ? claims.data : undefined;
}

/** The claims as a cookie value, sealed as next-auth seals them. */
export function sealSessionToken(claims: SessionClaims): Promise<string> {
  return encode({ token: claims, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
}
