import type { OtrClient } from "./client.ts";
import type { Exchange } from "./exchange.ts";
import type { NetworkCause } from "./network-failure.ts";

/** The three answers of the Integrations page (R8). */
export type SignInResult =
  | { kind: "connected"; exchange: Exchange }
  | { kind: "rejected"; otrText?: string; exchange: Exchange }
  | {
      kind: "unreachable";
      why: NetworkCause | "server_error" | "unreadable_reply" | "throttled" | "configuration";
      afterSeconds?: number;
      otrText?: string;
      exchange: Exchange;
    };

/**
 * Tries this login now, past anything remembered about it. "unreachable" says nothing about the password: OTR
 * didn't answer, asked to slow down, or refused our own subscription key ("configuration").
 */
export async function signIn(client: OtrClient): Promise<SignInResult> {
  const outcome = await client.signIn();
  const { kind, exchange } = outcome;
  switch (kind) {
    case "token":
      return { kind: "connected", exchange };
    case "credentials_rejected":
      return { kind: "rejected", otrText: outcome.otrText, exchange };
    case "not_sent":
      return { kind: "unreachable", why: outcome.cause, exchange };
    case "throttled":
      return { kind: "unreachable", why: "throttled", afterSeconds: outcome.afterSeconds, exchange };
    case "configuration":
      return { kind: "unreachable", why: "configuration", otrText: outcome.otrText, exchange };
  }
}
