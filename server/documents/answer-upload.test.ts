import { expect, test } from "vitest";
import { anInvoicingDesk, aReleasedLoad } from "#db/testing/a-released-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { aSession, headersWithCookie } from "#server/auth/testing/a-member.ts";
import { answerUpload } from "./answer-upload.ts";
import { MAX_FILE_BYTES } from "./rules/document-limits.ts";
import { kitPdf } from "./testing/foreign-files.ts";

await testDatabase();
const desk = await anInvoicingDesk();
const { loadId } = await aReleasedLoad(desk);
const signedIn = await headersWithCookie(await aSession(desk.member));

async function upload(
  body: Uint8Array,
  { query = "kind=other&name=Receipt.pdf", headers = {}, load = loadId as string } = {},
) {
  const sent = new Headers(signedIn);
  for (const [name, value] of Object.entries<string>(headers)) sent.set(name, value);
  const request = new Request(`http://127.0.0.1:3000/api/loads/${load}/documents?${query}`, {
    method: "POST",
    headers: sent,
    body: Buffer.from(body),
  });
  const response = await answerUpload(request, { params: Promise.resolve({ loadId: load }) });
  return { status: response.status, body: await response.json() };
}

test("a file is taken, and a second time named as there already", async () => {
  const bytes = await kitPdf(["Receipt"]);
  expect(await upload(bytes)).toMatchObject({ status: 200, body: { kind: "added" } });
  expect(await upload(bytes)).toMatchObject({ status: 200, body: { kind: "duplicate" } });
});

test("what can't be a document is refused with its sentence", async () => {
  expect(await upload(Buffer.from("hello"))).toMatchObject({
    status: 422,
    body: { kind: "refused", sentence: expect.stringContaining("neither a PDF") },
  });
});

test("a file that says to be too large is refused before it is read", async () => {
  const headers = { "content-length": String(MAX_FILE_BYTES + 1) };
  expect(await upload(Buffer.from("x"), { headers })).toMatchObject({
    status: 422,
    body: { sentence: expect.stringContaining("larger than 25 MB") },
  });
});

test.each([
  ["kind=packet&name=a.pdf", 400],
  ["kind=invoice&name=a.pdf", 400],
  ["kind=other", 400],
  [`kind=other&name=${"x".repeat(201)}`, 400],
])("the address %j answers %d", async (query, status) => {
  expect((await upload(Buffer.from("x"), { query })).status).toBe(status);
});

test("an address with no load's id is nothing's", async () => {
  expect((await upload(Buffer.from("x"), { load: "../../etc" })).status).toBe(404);
});

test("another website can't make the browser upload", async () => {
  const headers = { "sec-fetch-site": "cross-site" };
  expect((await upload(Buffer.from("x"), { headers })).status).toBe(403);
});
