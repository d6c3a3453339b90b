import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#server/env.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { log } from "#server/log.ts";
import { authorize } from "./authorize.ts";
import { clientAddress } from "./client-address.ts";
import { endSession } from "./end-session.ts";
import { findActorOfSession } from "./find-actor.ts";
import { sessionCookie } from "./session-cookie.ts";
import { SESSION_SECONDS } from "./session-lifetime.ts";
import { sessionClaimsSchema } from "./session-token.ts";

/** next-auth as Lading uses it: it seals and carries the session's ids, the `sessions` row decides. */
export function authOptions(headers: Headers, clock = systemClock): NextAuthOptions {
  const ip = clientAddress(headers);
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: sessionCookie().options.secure,
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials) =>
          authorize(credentials, { ip, userAgent: headers.get("user-agent") }, clock()),
      }),
    ],
    callbacks: {
      /** At sign-in `user` is what `authorize` gave; afterwards the token's ids are looked up again. */
      jwt: async ({ token, user }) => {
        const claims = sessionClaimsSchema.parse(user ?? token);
        if (!(await findActorOfSession(claims, ip, clock()))) throw new Error("The session has ended.");
        return claims;
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = sessionClaimsSchema.safeParse(token);
        if (claims.success) await endSession(claims.data, ip, clock());
      },
    },
    logger: {
      error: (code) => log().warn({ code }, "next-auth"),
      warn: (code) => log().debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
