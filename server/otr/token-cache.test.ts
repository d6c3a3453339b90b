import { expect, test } from "vitest";
import type { SignInOutcome } from "./request-token.ts";
import { createTokenCache } from "./token-cache.ts";

const exchange = { method: "POST", path: "/auth/token", durationMs: 1 } as const;

test("a late 401 about an old token doesn't throw away the token that replaced it", async () => {
  let signIns = 0;
  const signIn = async (): Promise<SignInOutcome> => {
    signIns += 1;
    return { kind: "token", token: `token ${signIns}`, until: 1000, exchange };
  };
  const cache = createTokenCache();
  await cache.acquire(signIn, 0);
  cache.drop("token 1");
  await cache.acquire(signIn, 0);
  cache.drop("token 1");
  expect(await cache.acquire(signIn, 0)).toMatchObject({ token: "token 2" });
  expect(signIns).toBe(2);
});

test("trouble on the way is shared by those who wait for it, and not remembered", async () => {
  let signIns = 0;
  const signIn = async (): Promise<SignInOutcome> => {
    signIns += 1;
    return { kind: "throttled", afterSeconds: 5, exchange };
  };
  const cache = createTokenCache();
  await Promise.all([cache.acquire(signIn, 0), cache.acquire(signIn, 0)]);
  expect(signIns).toBe(1);
  await cache.acquire(signIn, 0);
  expect(signIns).toBe(2);
});
