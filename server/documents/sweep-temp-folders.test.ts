import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sweepTempFolders } from "./sweep-temp-folders.ts";
import { withTempFolder } from "./with-temp-folder.ts";

test("what a killed process left is taken away, what is in use and what is another's stays", async () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), "sweep-"));
  const age = (path: string) => utimesSync(path, new Date("2026-10-01"), new Date("2026-10-01"));
  await withTempFolder(async (inUse) => {
    const left = `${inUse}left`;
    const anothers = join(tmpdir(), "another-1");
    for (const folder of [left, anothers]) {
      await mkdir(folder);
      writeFileSync(join(folder, "upload"), "%PDF");
      age(folder);
    }
    await sweepTempFolders(new Date("2026-10-12"));
    expect(
      readdirSync(tmpdir())
        .map((name) => join(tmpdir(), name))
        .toSorted(),
    ).toEqual([anothers, inUse].toSorted());
  });
  expect(readdirSync(tmpdir())).toEqual(["another-1"]);
});
