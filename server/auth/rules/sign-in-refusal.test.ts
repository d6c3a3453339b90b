import { describe, expect, it } from "vitest";
import { refusalCode, refusalSentence } from "./sign-in-refusal.ts";

describe("a refused sign-in", () => {
  it.each([
    [{ reason: "wrong_credentials" }, /Check both/],
    [{ reason: "too_many_tries", waitMinutes: 12 }, /Wait 12 minutes, then try again/],
    [{ reason: "too_many_tries", waitMinutes: 1 }, /Wait a minute, then try again/],
    [{ reason: "unavailable" }, /Wait a minute/],
  ] as const)("says what to do: %j", (refusal, sentence) => {
    expect(refusalSentence(refusalCode(refusal))).toMatch(sentence);
  });

  it.each(["CredentialsSignin", "constructor", "<b>"])("shows nothing of a foreign code: %s", (code) => {
    expect(refusalSentence(code)).toBe(refusalSentence("unavailable"));
  });
});
