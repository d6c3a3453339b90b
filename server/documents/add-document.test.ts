import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { anInvoicingDesk, aReleasedLoad, type InvoicingDesk } from "#db/testing/a-released-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { idToUuid, type LoadId } from "#server/kernel/ids.ts";
import { addDocument } from "./add-document.ts";
import { listPapers } from "./list-papers.ts";
import { MAX_DOCUMENTS, MAX_FILE_BYTES } from "./rules/document-limits.ts";
import { addDocumentInput } from "./schemas.ts";
import { readFile, sha256Of } from "./storage.ts";
import { inflatingPdf } from "./testing/bombs.ts";
import { aPhoto, kitPdf } from "./testing/foreign-files.ts";

const { owner } = await testDatabase();
const filesDir = process.env.LADING_FILES_DIR ?? "";
// Temporary files of these tests only, so that one left behind is seen.
process.env.TMPDIR = join(filesDir, "temporary");
mkdirSync(process.env.TMPDIR);
let desk: InvoicingDesk;
let loadId: LoadId;

beforeEach(async () => {
  desk = await anInvoicingDesk();
  ({ loadId } = await aReleasedLoad(desk));
});

const add = (bytes: Uint8Array, fileName = "Lumper.pdf") =>
  addDocument(desk.member, { loadId, kind: "lumper_receipt", fileName }, Readable.from([bytes]));

/** Whatever lies on disk on account of this company or of an upload. */
const filesLeft = () => [
  ...readdirSync(process.env.TMPDIR ?? ""),
  ...readdirSync(join(filesDir, desk.scope.companyId), { recursive: true }),
];

const papers = async () => (await listPapers(desk.member, { loadId })).documents;

test("a file is kept as it came, byte for byte, with what it is and who added it", async () => {
  const bytes = await kitPdf(["Lumper 120.00", "Second page"]);
  expect(await add(bytes)).toMatchObject({ kind: "added" });
  const added = (await papers()).at(-1);
  expect(added).toMatchObject({
    ...{ kind: "lumper_receipt", fileName: "Lumper.pdf", contentType: "application/pdf" },
    ...{ pages: 2, bytes: bytes.byteLength, addedBy: desk.member.name, locked: null },
  });
  expect(Buffer.from(await readFile(desk.scope, sha256Of(bytes)))).toEqual(bytes);
  const audits = await owner`select data from audit_entries where action = 'document.added'
    and company_id = ${idToUuid("company", desk.scope.companyId)}`;
  expect(audits).toMatchObject([{ data: { loadId, sha256: sha256Of(bytes) } }]);
});

test("what a file is comes from its bytes, not from its name", async () => {
  expect(await add(await aPhoto(), "POD.pdf")).toMatchObject({ kind: "added" });
  expect((await papers()).at(-1)).toMatchObject({ contentType: "image/jpeg", pages: 1 });
});

test("the same bytes twice on a load are one document, also when both come at once", async () => {
  const bytes = await kitPdf(["Lumper"]);
  const results = await Promise.all([add(bytes), add(bytes, "copy.pdf"), add(bytes)]);
  expect(results.map(({ kind }) => kind).toSorted()).toEqual(["added", "duplicate", "duplicate"]);
  expect(await papers()).toHaveLength(3);
  const said = results.find(({ kind }) => kind === "duplicate");
  expect(said).toMatchObject({ sentence: expect.stringContaining("has this very file already") });
});

test("the same bytes on another load are a document of that load too", async () => {
  const bytes = await kitPdf(["Blanket confirmation"]);
  await add(bytes);
  ({ loadId } = await aReleasedLoad(desk));
  expect(await add(bytes)).toMatchObject({ kind: "added" });
});

test.each([
  ["nothing", Buffer.alloc(0), "POD.pdf", /empty/],
  ["a Word document", Buffer.from("504b0304", "hex"), "POD.docx", /print it as PDF/],
  ["an iPhone photo", Buffer.from("0000001866747970", "hex"), "IMG_1.HEIC", /HEIC/],
  ["a damaged PDF", Buffer.from("%PDF-1.7 cut"), "POD.pdf", /damaged or incomplete/],
  ["a PDF that inflates to gigabytes", inflatingPdf("ObjStm"), "POD.pdf", /more memory or time/],
])("%s is refused with what to do, and leaves nothing", async (_name, bytes, fileName, sentence) => {
  const before = filesLeft();
  const result = await add(bytes, fileName);
  expect(result).toMatchObject({ kind: "refused", sentence: expect.stringMatching(sentence) });
  expect(await papers()).toHaveLength(2);
  expect(filesLeft()).toEqual(before);
});

test("a file that is too large is refused while it comes, without reading the rest", async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent += 1024 * 1024;
      yield Buffer.alloc(1024 * 1024);
    }
  }
  const input = { loadId, kind: "other", fileName: "big.pdf" } as const;
  const before = filesLeft();
  const result = await addDocument(desk.member, input, endless());
  expect(result).toMatchObject({ kind: "refused", sentence: expect.stringMatching(/larger than 25 MB/) });
  expect(sent).toBeLessThanOrEqual(MAX_FILE_BYTES + 1024 * 1024);
  expect(filesLeft()).toEqual(before);
});

test("an upload that breaks off leaves nothing", async () => {
  const before = filesLeft();
  async function* broken() {
    yield Buffer.from("%PDF-1.7");
    throw new Error("aborted");
  }
  const input = { loadId, kind: "other", fileName: "POD.pdf" } as const;
  await expect(addDocument(desk.member, input, broken())).rejects.toMatchObject({ code: "invalid_input" });
  expect(await papers()).toHaveLength(2);
  expect(filesLeft()).toEqual(before);
});

test("many uploads at once all succeed, and leave nothing but their files", async () => {
  const files = await Promise.all(Array.from({ length: 6 }, (_, index) => kitPdf([`Receipt ${index}`])));
  const before = filesLeft();
  const results = await Promise.all(files.map((bytes, index) => add(bytes, `Receipt ${index}.pdf`)));
  expect(results.map(({ kind }) => kind)).toEqual(files.map(() => "added"));
  expect(await papers()).toHaveLength(2 + files.length);
  const stored = files.map((bytes) => sha256Of(bytes));
  expect(
    filesLeft()
      .filter((name) => !before.includes(name) && name.length > 2)
      .map((name) => name.slice(3))
      .toSorted(),
  ).toEqual(stored.toSorted());
});

test("a load takes a hundred documents", async () => {
  await owner`insert into documents (company_id, id, load_id, kind, file_name, content_type, byte_size, sha256)
    select company_id, gen_random_uuid(), load_id, 'other', 'x.pdf', 'application/pdf', 1, n::text
    from documents, generate_series(1, ${MAX_DOCUMENTS}) n
    where load_id = ${idToUuid("load", loadId)} and kind = 'rate_confirmation'`;
  expect(await add(await kitPdf(["x"]))).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("100 documents"),
  });
});

test("another company's load does not exist, and its upload is not read", async () => {
  const stranger = (await aCompany()).admin;
  const unread: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => {
      throw new Error("the upload was read");
    },
  };
  const input = { loadId, kind: "other", fileName: "POD.pdf" } as const;
  await expect(addDocument(stranger, input, unread)).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  ["../../etc/passwd", ".._.._etc_passwd"],
  ["POD\r\nSet-Cookie: x.pdf", "POD__Set-Cookie: x.pdf"],
  ["  Łódź POD.pdf ", "Łódź POD.pdf"],
  // Shown with its letters turned round, the ending is what Windows runs.
  ["POD\u202efdp.exe", "POD_fdp.exe"],
  ["\u2066POD\u2069.pdf", "_POD_.pdf"],
])("the file name %j is kept as %j", (fileName, kept) => {
  expect(addDocumentInput.parse({ loadId, kind: "other", fileName }).fileName).toBe(kept);
});
