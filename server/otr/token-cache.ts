import type { SignInOutcome } from "./request-token.ts";

/** The sign-in state of one set of credentials, shared by all its callers. Times are epoch milliseconds. */
export type TokenCache = {
  /** A usable token, or why there is none. Callers who ask while a sign-in is under way share its outcome. */
  acquire: (signIn: () => Promise<SignInOutcome>, now: number) => Promise<SignInOutcome>;
  /** Signs in whatever is remembered, and remembers the outcome. */
  renew: (signIn: () => Promise<SignInOutcome>) => Promise<SignInOutcome>;
  /** Forgets this token. A token renewed meanwhile stays, so many late 401s cause one sign-in. */
  drop: (token: string) => void;
};

/** A cache that keeps a token until it expires and a refusal until its memory ends; other failures are not kept. */
export function createTokenCache(): TokenCache {
  let remembered: SignInOutcome | undefined;
  let underWay: Promise<SignInOutcome> | undefined;

  const renew = (signIn: () => Promise<SignInOutcome>) => {
    underWay ??= signIn()
      .then((outcome) => {
        remembered = outcome;
        return outcome;
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  return {
    acquire: async (signIn, now) => {
      if (remembered && "until" in remembered && remembered.until > now) return remembered;
      return renew(signIn);
    },
    renew,
    drop: (token) => {
      if (remembered?.kind === "token" && remembered.token === token) remembered = undefined;
    },
  };
}
