import { describe, expect, it } from "vitest";
import { passwordRefusal } from "./new-password.ts";

const EMAIL = "margaret.dunleavy@carrier.test";

describe("a new password", () => {
  it.each([
    ["eleven-char", /at least 12/],
    ["x".repeat(201), /at most 200/],
    [EMAIL, /e-mail/],
    [`1${EMAIL.toUpperCase()}!`, /e-mail/],
    ["margaret.dunleavy", /e-mail/],
    ["Margaret-Dunleavy-2026", /e-mail/],
    ["password1234", /Many people/],
    ["P.a.s.s.w.o.r.d-2026", /Many people/],
    ["Welcome-2026!!", /Many people/],
    ["123456789012", /Many people/],
    ["987654321098", /Many people/],
    ["qwertyuiopas", /Many people/],
    ["1q2w3e4r5t6y", /Many people/],
    ["aaaaaaaaaaaaaa", /Many people/],
    ["abababababab", /Many people/],
  ])("like %j is refused with a sentence", (password, sentence) => {
    expect(passwordRefusal(password, EMAIL)).toMatch(sentence);
  });

  it.each(["on-time-freight", "correct horse battery", "x9#Lk2!vQz7p", "пять грузовиков"])(
    "like %j will do",
    (password) => {
      expect(passwordRefusal(password, EMAIL)).toBeUndefined();
    },
  );
});
