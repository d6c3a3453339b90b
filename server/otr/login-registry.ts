import { createHash } from "node:crypto";
import { createLoginGate, type LoginGate } from "./login-gate.ts";
import { createTokenCache, type TokenCache } from "./token-cache.ts";

/** Who signs in where. */
export type LoginIdentity = {
  baseUrl: string;
  subscriptionKey: string;
  credentials: { username: string; password: string };
};

/** Tokens and gates by login; it holds hashes of credentials, never the credentials. */
export type LoginRegistry = {
  tokensOf: (identity: LoginIdentity) => TokenCache;
  gateOf: (identity: LoginIdentity, maxConcurrent: number) => LoginGate;
};

const maxLogins = 10_000;

declare global {
  var ladingOtrLogins: LoginRegistry | undefined;
}

/** The registry of this process. On globalThis because a bundler may load this module more than once. */
export function processLogins(): LoginRegistry {
  globalThis.ladingOtrLogins ??= createLoginRegistry();
  return globalThis.ladingOtrLogins;
}

/** A registry of its own. A changed password is a new token; the gate belongs to the username. */
export function createLoginRegistry(): LoginRegistry {
  const tokens = new Map<string, TokenCache>();
  const gates = new Map<string, LoginGate>();
  return {
    tokensOf: ({ baseUrl, subscriptionKey, credentials }) =>
      keep(
        tokens,
        hash([baseUrl, subscriptionKey, credentials.username, credentials.password]),
        createTokenCache,
      ),
    gateOf: ({ baseUrl, credentials }, maxConcurrent) => {
      const gate = keep(gates, hash([baseUrl, credentials.username]), () => createLoginGate(maxConcurrent));
      gate.setLimit(maxConcurrent);
      return gate;
    },
  };
}

function keep<T>(map: Map<string, T>, key: string, create: () => T): T {
  const value = map.get(key) ?? create();
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > maxLogins && oldest !== undefined) map.delete(oldest);
  return value;
}

function hash(parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
