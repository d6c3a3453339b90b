import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSettings } from "./settings.ts";
import { welcome } from "./welcome.ts";

const folder = mkdtempSync(join(tmpdir(), "lading-welcome-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, "demo-accounts.json"),
  JSON.stringify([{ email: "owner@sample.test", password: "p", role: "admin", billing: true }]),
);
const settings = readSettings("start", { LADING_DATA_DIR: folder, NODE_ENV: "test" });

test("an installation without a company says how to make one, and names no demo account", () => {
  const text = welcome(settings, {}, { seconds: 1, empty: true });
  expect(text).toMatch(/npm run company:create -- --name .* --email/);
  expect(text).not.toMatch(/owner@sample\.test/);
});

test("an installation with the demo names its accounts", () => {
  const text = welcome(settings, {}, { seconds: 1, empty: false });
  expect(text).toMatch(/owner@sample\.test/);
  expect(text).not.toMatch(/company:create/);
});
