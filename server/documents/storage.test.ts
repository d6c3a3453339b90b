import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { DurableFsDriver } from "./durable-fs-driver.ts";
import {
  copyFileTo,
  fileExists,
  measureFile,
  openFile,
  putFile,
  putFileFrom,
  readFile,
  StoredFileError,
  sha256Of,
} from "./storage.ts";

await testDatabase();
const folder = process.env.LADING_FILES_DIR ?? "";
const aScope = async () => (await aCompany()).scope;
const bytes = Buffer.from("%PDF-1.7 a proof of delivery");

test("what comes back is what was put, whole and as a stream", async () => {
  const scope = await aScope();
  const stored = await putFile(scope, bytes);
  expect(stored).toEqual({ sha256: sha256Of(bytes), byteSize: bytes.byteLength });
  expect(Buffer.from(await readFile(scope, stored.sha256))).toEqual(bytes);
  expect(await buffer(await openFile(scope, stored.sha256))).toEqual(bytes);
});

test("a company can't reach another's file by its hash", async () => {
  const [owner, other] = [await aScope(), await aScope()];
  const { sha256 } = await putFile(owner, bytes);
  expect(await fileExists(owner, sha256)).toBe(true);
  expect(await fileExists(other, sha256)).toBe(false);
  await expect(readFile(other, sha256)).rejects.toMatchObject({ problem: "missing" });
  await expect(openFile(other, sha256)).rejects.toBeInstanceOf(StoredFileError);
});

test("a hash that is a path is refused", async () => {
  await expect(readFile(await aScope(), "../../etc/passwd")).rejects.toBeInstanceOf(TypeError);
});

test("the same bytes put many times at once are one file, with no leftovers", async () => {
  const scope = await aScope();
  await Promise.all(Array.from({ length: 12 }, () => putFile(scope, bytes)));
  const names = readdirSync(join(folder, scope.companyId), { recursive: true, withFileTypes: true });
  expect(names.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([sha256Of(bytes)]);
});

test("a file that is stored without being held in memory is the same file", async () => {
  const scope = await aScope();
  const path = join(folder, "received");
  writeFileSync(path, bytes);
  const file = await measureFile(path);
  expect(file).toEqual({ sha256: sha256Of(bytes), byteSize: bytes.byteLength });
  await Promise.all([putFileFrom(scope, path, file), putFileFrom(scope, path, file)]);
  expect(Buffer.from(await readFile(scope, file.sha256))).toEqual(bytes);
  const copy = join(folder, "copied");
  await copyFileTo(scope, file.sha256, copy);
  expect(readFileSync(copy)).toEqual(bytes);
});

test("bytes that changed on disk are not handed out as the document", async () => {
  const scope = await aScope();
  const { sha256 } = await putFile(scope, bytes);
  writeFileSync(join(folder, scope.companyId, sha256.slice(0, 2), sha256), "something else");
  await expect(readFile(scope, sha256)).rejects.toMatchObject({ problem: "damaged" });
  await expect(buffer(await openFile(scope, sha256))).rejects.toMatchObject({ problem: "damaged" });
  await expect(copyFileTo(scope, sha256, join(folder, "damaged"))).rejects.toMatchObject({
    problem: "damaged",
  });
});

test("a stream that breaks off while it is stored leaves neither the file nor a part of it", async () => {
  const root = join(folder, "broken-off");
  const driver = new DurableFsDriver(root);
  const broken = Readable.from(
    (function* () {
      yield bytes;
      throw new Error("connection reset");
    })(),
  );
  await expect(driver.putStream("a/file", broken)).rejects.toThrow("connection reset");
  expect(readdirSync(join(root, "a"))).toEqual([]);
});

test("a write that fails leaves neither the file nor a part of it", async () => {
  const root = join(folder, "failing");
  const driver = new DurableFsDriver(root);
  // A folder stands where the file should take its name.
  await driver.put("a/taken/inside", bytes);
  await expect(driver.put("a/taken", bytes)).rejects.toThrow();
  expect(readdirSync(join(root, "a"))).toEqual(["taken"]);
});
