import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprintSources } from "./fingerprint.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lading-sources-"));
  mkdirSync(join(root, "app", "loads"), { recursive: true });
  writeFileSync(join(root, "app", "loads", "page.tsx"), "export default 1;");
  writeFileSync(join(root, "package-lock.json"), "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ["a source's contents", () => writeFileSync(join(root, "app", "loads", "page.tsx"), "export default 2;")],
  ["a new source", () => writeFileSync(join(root, "app", "loads", "loading.tsx"), "")],
  [
    "a renamed folder",
    () => cpSync(join(root, "app", "loads"), join(root, "app", "load"), { recursive: true }),
  ],
  ["another version of a package", () => writeFileSync(join(root, "package-lock.json"), '{"v":2}')],
])("%s makes the build stale", async (_, change) => {
  const before = await fingerprintSources(root);
  change();
  expect(await fingerprintSources(root)).not.toBe(before);
});

test.each([
  ["a test", () => writeFileSync(join(root, "app", "loads", "page.test.ts"), "")],
  ["a file outside the sources", () => writeFileSync(join(root, "README.md"), "")],
  [
    "a touched file (a fresh clone, a branch and back)",
    () => utimesSync(join(root, "package-lock.json"), 1, 1),
  ],
])("%s leaves the build good", async (_, change) => {
  const before = await fingerprintSources(root);
  change();
  expect(await fingerprintSources(root)).toBe(before);
});
