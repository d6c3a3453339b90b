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
