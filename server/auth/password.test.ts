import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

describe("passwords", () => {
  it("are kept as argon2id with OWASP's settings, salted", async () => {
    const [one, two] = [await hashPassword("a password"), await hashPassword("a password")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it("match their own hash only", async () => {
    const hash = await hashPassword("a password");
    expect(await verifyPassword(hash, "a password")).toBe(true);
    expect(await verifyPassword(hash, "A password")).toBe(false);
  });

  it("never match where there is no hash", async () => {
    expect(await verifyPassword(undefined, "")).toBe(false);
  });
});
