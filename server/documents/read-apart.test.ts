import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { readApart } from "./read-apart.ts";
import { MAX_FILE_BYTES } from "./rules/document-limits.ts";
import * as bombs from "./testing/bombs.ts";
import { aPhoto, kitPdf, scanPdf } from "./testing/foreign-files.ts";
import { withTempFolder } from "./with-temp-folder.ts";

const MEGABYTE = 1024 * 1024;
/** Less than is allowed in earnest, so that a bomb goes off sooner. */
const allowance = { bytes: 200 * MEGABYTE, ms: 60_000 };

/** Each file is another company's. */
const aScope = () => ({ companyId: newId("company") });

const inspect = (bytes: Uint8Array, allowed?: typeof allowance) =>
  withTempFolder(async (folder) => {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    return readApart(aScope(), "inspect", { path }, allowed);
  });

test.each<[name: string, make: () => Uint8Array, found: unknown]>([
  ["an object stream of four gigabytes", () => bombs.inflatingPdf("ObjStm"), "too_heavy"],
  ["a cross-reference stream of four gigabytes", () => bombs.inflatingPdf("XRef"), "too_heavy"],
  ["a million pages", bombs.endlessPdf, { problem: "too_many_pages" }],
  ["a page tree in a circle", bombs.circlingPdf, { problem: "damaged" }],
  ["a page that inherits from a circle", bombs.inheritingPdf, { problem: "damaged" }],
  ["arrays half a million deep", bombs.nestedPdf, { problem: "damaged" }],
  ["a picture of 3.6 thousand million pixels", bombs.vastPng, { problem: "too_many_pixels" }],
])("%s is refused, and the next file is read", async (_name, make, found) => {
  const bytes = make();
  expect(bytes.byteLength).toBeLessThan(MAX_FILE_BYTES);
  expect(await inspect(bytes, found === "too_heavy" ? allowance : undefined)).toEqual(found);
  expect(await inspect(await kitPdf(["one"]))).toMatchObject({ pageCount: 1 });
});

test("a file that keeps its reader busy without end is given up", async () => {
  expect(await inspect(bombs.slowPdf(), { ...allowance, ms: 1_000 })).toBe("too_heavy");
});

test("a merge that takes too much is given up, and writes nothing", async () => {
  await withTempFolder(async (folder) => {
    const [path, target] = [join(folder, "file"), join(folder, "merged")];
    await writeFile(path, bombs.inflatingPdf("ObjStm"));
    expect(await readApart(aScope(), "merge", { paths: [path], target }, allowance)).toBe("too_heavy");
  });
});

test("files beyond those read at once wait for their turn, and each is answered with its own", async () => {
  const files = [1, 2, 3, 4, 5, 6, 7, 8];
  let most = 0;
  const found = await Promise.all(
    files.map(async (pages) => {
      const answer = await inspect(pages % 4 === 0 ? await aPhoto() : await scanPdf(pages));
      most = Math.max(most, process.getActiveResourcesInfo().filter((kind) => kind === "ProcessWrap").length);
      return answer;
    }),
  );
  expect(found).toEqual(
    files.map((pages) =>
      pages % 4 === 0
        ? { contentType: "image/jpeg", pageCount: 1 }
        : { contentType: "application/pdf", pageCount: pages },
    ),
  );
  expect(most).toBeLessThanOrEqual(2);
});

test("a fault of reading itself is no fault of the file", async () => {
  await expect(readApart(aScope(), "inspect", { path: "/nowhere" })).rejects.toThrow("Reading a file failed");
});
