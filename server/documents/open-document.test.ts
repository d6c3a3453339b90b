import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { type DocumentId, idFromUuid, idToUuid, newId } from "#server/kernel/ids.ts";
import { documentResponse } from "./answer-document.ts";
import { openDocument } from "./open-document.ts";

const { owner } = await testDatabase();
const asked = { now: new Date("2026-10-12T15:00:00Z"), knownSha256: null };

/** A company whose one load has one document, the packet. */
async function aDocument() {
  const desk = await aFactoringDesk();
  const companyId = idToUuid("company", desk.scope.companyId);
  const [row] = await owner<{ id: string; sha256: string }[]>`
    select id, sha256 from documents where company_id = ${companyId}`;
  if (!row) throw new Error("the load has no document");
  return { desk, companyId, id: idFromUuid("document", row.id), sha256: row.sha256 };
}

const auditsOf = async (companyId: string) =>
  owner`select user_id from audit_entries where company_id = ${companyId} and action = 'document.downloaded'`;

test("any member of the company sees a load's document, and it is audited who did", async () => {
  const { desk, companyId, id, sha256 } = await aDocument();
  const { member } = desk.company;
  const response = documentResponse(await openDocument(member, id, asked));
  expect(await response.text()).toContain("%PDF-1.7");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/pdf",
    etag: `"${sha256}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
  });
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="packet-/);
  expect(await auditsOf(companyId)).toEqual([{ user_id: idToUuid("user", member.userId) }]);
});

test("another company's document, an unknown one and a malformed id are all simply not there", async () => {
  const { id, companyId } = await aDocument();
  const { biller } = await aFactoringDesk({ loads: 0 });
  for (const wanted of [id, newId("document"), newId("load"), "../../etc/passwd", ""]) {
    await expect(openDocument(biller, wanted, asked)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await auditsOf(companyId)).toEqual([]);
});

test("a reader that has the bytes gets none again, and only one who may see them is told so", async () => {
  const { desk, id, sha256 } = await aDocument();
  const known = { ...asked, knownSha256: sha256 };
  const response = documentResponse(await openDocument(desk.biller, id, known));
  expect([response.status, await response.text()]).toEqual([304, ""]);
  const stranger = (await aFactoringDesk({ loads: 0 })).biller;
  await expect(openDocument(stranger, id, known)).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  ['POD "60417".pdf', "POD _60417_.pdf", "POD%20%2260417%22.pdf"],
  ["POD\r\nSet-Cookie: a=b.pdf", "POD__Set-Cookie: a=b.pdf", "POD__Set-Cookie%3A%20a%3Db.pdf"],
  ["POD\u202efdp.exe", "POD_fdp.exe", "POD_fdp.exe"],
  ["\u2067POD\u2069.pdf", "_POD_.pdf", "_POD_.pdf"],
  ["..\\..\\POD.pdf", ".._.._POD.pdf", ".._.._POD.pdf"],
  ["../../POD.pdf", ".._.._POD.pdf", ".._.._POD.pdf"],
  ["Łódź (1)'s*.pdf", "_odz (1)'s*.pdf", "%C5%81%C3%B3d%C5%BA%20%281%29%27s%2a.pdf"],
  ["100%41.pdf", "100_41.pdf", "100%2541.pdf"],
  ["POD \ud83d.pdf", "POD _.pdf", "POD%20%EF%BF%BD.pdf"],
])("a document kept under the name %j is sent as %j", async (fileName, plain, encoded) => {
  const { desk, id } = await aDocument();
  const { document, stream } = await openDocument(desk.biller, id, asked);
  const { headers } = documentResponse({ document: { ...document, fileName }, stream });
  stream?.destroy();
  expect(headers.get("content-disposition")).toBe(`inline; filename="${plain}"; filename*=UTF-8''${encoded}`);
});

test.each([
  ["image/png", "inline", "image/png", true],
  ["image/jpeg", "inline", "image/jpeg", true],
  // Chrome's viewer opens in no sandbox, and runs no script of ours.
  ["application/pdf", "inline", "application/pdf", false],
  ["text/html", "attachment", "application/octet-stream", true],
  ["image/svg+xml", "attachment", "application/octet-stream", true],
])("%s is sent %s as %s, where nothing in it can run", async (contentType, kind, sentAs, isSandboxed) => {
  const { desk, id } = await aDocument();
  const { document, stream } = await openDocument(desk.biller, id, asked);
  const { headers } = documentResponse({ document: { ...document, contentType }, stream });
  stream?.destroy();
  expect(headers.get("content-type")).toBe(sentAs);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-disposition")).toMatch(new RegExp(`^${kind};`));
  const policy = headers.get("content-security-policy")?.split("; ") ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy.includes("sandbox")).toBe(isSandboxed);
  expect(policy.join()).not.toContain("script-src");
});

test("a file name can't add a header or a second file name, and a type that isn't shown is only saved", async () => {
  const { desk, companyId, id } = await aDocument();
  const fileName = 'POD "60417"\r\nSet-Cookie: a=b; filename="x.html';
  await owner`update documents set file_name = ${fileName}, content_type = 'text/html' where company_id = ${companyId}`;
  const opened = await openDocument(desk.biller, id satisfies DocumentId, asked);
  const { headers } = documentResponse(opened);
  expect(headers.get("set-cookie")).toBeNull();
  expect(headers.get("content-type")).toBe("application/octet-stream");
  expect(headers.get("content-disposition")).toMatch(
    /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w.%!~-]+$/,
  );
  expect(opened.stream && (await text(opened.stream))).toContain("%PDF");
});
