import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findPostmaster } from "./postmaster-pid.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lading-postmaster-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leaveNote(pid: number): string {
  const file = join(folder, "postmaster.pid");
  writeFileSync(file, [pid, folder, 1_760_000_000, 54_329, "", "127.0.0.1", "", "ready"].join("\n"));
  return file;
}

test("a folder no server holds has no postmaster", () => {
  expect(findPostmaster(folder)).toBeUndefined();
});

test("the note of a dead server is left for PostgreSQL to judge", () => {
  const file = leaveNote(2 ** 22 + 1);
  expect(findPostmaster(folder)).toBeUndefined();
  expect(existsSync(file)).toBe(true);
});

test("a process id that now belongs to another program is not taken for the server, and its note is removed", () => {
  const file = leaveNote(process.pid);
  expect(findPostmaster(folder)).toBeUndefined();
  expect(existsSync(file)).toBe(false);
});
