import { describe, expect, it } from "vitest";
import { isUsable, linkExpiry, linkPath } from "./account-link.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
const open = { usedAt: null, withdrawnAt: null, expiresAt: new Date("2026-11-24T09:00:00.001Z") };

describe("a one-time link", () => {
  it.each([
    ["invitation", "2026-12-01T09:00:00.000Z"],
    ["password_reset", "2026-11-25T09:00:00.000Z"],
  ] as const)("for %s ends at %s", (kind, ends) => {
    expect(linkExpiry(kind, NOW).toISOString()).toBe(ends);
  });

  it.each([
    ["is open", {}, true],
    ["ends at this very moment", { expiresAt: NOW }, false],
    ["was used", { usedAt: NOW }, false],
    ["was withdrawn", { withdrawnAt: NOW }, false],
  ])("that %s", (_, facts, usable) => {
    expect(isUsable({ ...open, ...facts }, NOW)).toBe(usable);
  });

  it("opens the page of its kind", () => {
    expect(linkPath("invitation", "t")).toBe("/invitation/t");
    expect(linkPath("password_reset", "t")).toBe("/reset-password/t");
  });
});
