import { randomBytes } from "node:crypto";

/** The tokens given out; they die with the process, as production's die with their two hours. */
export type Tokens = {
  issue: (username: string, expiresAt: number) => { access: string; refresh: string };
  /** Whose token this is; undefined when unknown or expired. */
  usernameOf: (access: string, now: number) => string | undefined;
  usernameOfRefresh: (refresh: string) => string | undefined;
  expireAll: () => void;
};

const maxTokens = 10_000;

/** An empty set of tokens. */
export function createTokens(): Tokens {
  const access = new Map<string, { username: string; expiresAt: number }>();
  const refresh = new Map<string, string>();
  return {
    issue: (username, expiresAt) => {
      if (access.size >= maxTokens) access.clear();
      if (refresh.size >= maxTokens) refresh.clear();
      const pair = { access: randomBytes(32).toString("hex"), refresh: randomBytes(32).toString("hex") };
      access.set(pair.access, { username, expiresAt });
      refresh.set(pair.refresh, username);
      return pair;
    },
    usernameOf: (token, now) => {
      const found = access.get(token);
      return found && found.expiresAt > now ? found.username : undefined;
    },
    usernameOfRefresh: (token) => refresh.get(token),
    expireAll: () => access.clear(),
  };
}
