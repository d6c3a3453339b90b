import { describe, expect, it } from "vitest";
import { HOME_PATH, safeNextPath, signInPath } from "./sign-in-path.ts";

describe("the page to go to after sign-in", () => {
  it.each(["/loads", "/loads?q=a%20b&sort=age", "/reports/factoring/batch_01"])("is %s", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    "",
    "loads",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "/.//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
    "/sign-in?next=/sign-in",
  ])("is the home page rather than %j", (next) => {
    expect(safeNextPath(next)).toBe(HOME_PATH);
  });

  it("is named in the address of the sign-in page, except for the home page", () => {
    expect(signInPath("/loads?q=a&b")).toBe("/sign-in?next=%2Floads%3Fq%3Da%26b");
    expect(signInPath(HOME_PATH)).toBe("/sign-in");
  });
});
