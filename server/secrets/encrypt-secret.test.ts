import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decryptSecret } from "./decrypt-secret.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import { parseKeyring } from "./keyring.ts";

const old = `2025:${randomBytes(32).toString("base64")}`;
const fresh = `2026:${randomBytes(32).toString("base64")}`;
const before = parseKeyring(old);
const after = parseKeyring(`${fresh},${old}`);

test("a secret is readable only for the row it was encrypted for", () => {
  const encrypted = encryptSecret("hunter2 ✓", "integration_1", before);
  expect(encrypted).not.toContain("hunter2");
  expect(decryptSecret(encrypted, "integration_1", before)).toBe("hunter2 ✓");
  expect(() => decryptSecret(encrypted, "integration_2", before)).toThrow("does not belong");
});

test("after a rotation old secrets stay readable and new ones take the new key", () => {
  const encrypted = encryptSecret("hunter2", "row", before);
  expect(decryptSecret(encrypted, "row", after)).toBe("hunter2");
  expect(encryptSecret("hunter2", "row", after)).toMatch(/^2026\./);
});

test("a changed ciphertext or a shortened tag is refused", () => {
  const encrypted = encryptSecret("hunter2", "row", before);
  const [keyId, iv, tag = "", ciphertext] = encrypted.split(".");
  expect(() => decryptSecret([keyId, iv, tag.slice(0, 8), ciphertext].join("."), "row", before)).toThrow();
  expect(() => decryptSecret([keyId, iv, tag, `${ciphertext}AA`].join("."), "row", before)).toThrow();
});

test("the same secret never gives the same text twice", () => {
  expect(encryptSecret("hunter2", "row", before)).not.toBe(encryptSecret("hunter2", "row", before));
});

test.each(["", "2025:short", "no-colon", `:${"A".repeat(44)}`])(
  "the key %j is refused without showing it",
  (text) => {
    expect(() => parseKeyring(text)).toThrow(/LADING_ENCRYPTION_KEYS/);
  },
);
