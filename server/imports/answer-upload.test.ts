import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { aSession, headersWithCookie } from "#server/auth/testing/a-member.ts";
import { answerUpload } from "./answer-upload.ts";
import { listImports } from "./list-imports.ts";
import { MOST_FILE_BYTES } from "./rules/file-limit.ts";

await testDatabase();
// Temporary files of these tests only, so that one left behind is seen.
const temporary = join(process.env.LADING_FILES_DIR ?? "", "temporary");
mkdirSync(temporary);
process.env.TMPDIR = temporary;
const { member } = await aCompany();
const headers = await headersWithCookie(await aSession(member));

async function upload(query: string, body: BodyInit, extra: Record<string, string> = {}) {
  const sent = new Headers(headers);
  for (const [name, value] of Object.entries(extra)) sent.set(name, value);
  const init = { method: "POST", headers: sent, body, duplex: "half" };
  const request = new Request(`http://127.0.0.1:3000/api/imports?${query}`, init);
  const response = await answerUpload(request, { params: Promise.resolve({}) });
  return { status: response.status, message: ((await response.json()) as { message?: string }).message };
}

test("a file without an end is refused once it is too large, and no more of it is read", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 2 ** 20;
      controller.enqueue(new Uint8Array(2 ** 20).fill(65));
    },
  });
  expect(await upload("kind=loads&name=a.csv", endless)).toEqual({
    status: 400,
    message: expect.stringContaining("larger than 50 MB"),
  });
  expect(sent).toBeLessThan(MOST_FILE_BYTES + 8 * 2 ** 20);
  expect(readdirSync(temporary)).toEqual([]);
});

test("an upload that breaks off leaves no import and no file", async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from("Name,MC\nA,1\n")),
    pull: (controller) => controller.error(new Error("connection reset")),
  });
  expect(await upload("kind=customers&name=a.csv", broken)).toEqual({
    status: 400,
    message: expect.stringContaining("broke off"),
  });
  expect((await listImports(member, {})).rows).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

test.each([
  [
    "an announced size",
    "kind=loads&name=a.csv",
    "x",
    { "content-length": String(MOST_FILE_BYTES + 1) },
    "larger than 50 MB",
  ],
  ["a workbook", "kind=loads&name=a.xlsx", "PK\u0003\u0004", {}, "save it as CSV"],
  ["nothing", "kind=loads&name=a.csv", "", {}, "is empty"],
  ["headers only", "kind=customers&name=a.csv", "Name,MC\n", {}, "no rows below"],
  ["an unknown kind", "kind=trucks&name=a.csv", "Name\nA\n", {}, "Choose the file again"],
])("%s is refused with what to do, and leaves no import", async (_, query, body, extra, words) => {
  expect(await upload(query, body, extra)).toEqual({ status: 400, message: expect.stringContaining(words) });
  expect((await listImports(member, {})).rows).toEqual([]);
});
