import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import {
  anInvoicingDesk,
  aReleasedLoad,
  type InvoicingDesk,
  type ReleasedLoad,
} from "#db/testing/a-released-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import { addDocument } from "./add-document.ts";
import { listPapers } from "./list-papers.ts";
import { restoreDocument } from "./restore-document.ts";
import { retireDocument } from "./retire-document.ts";
import { setDocumentKind } from "./set-document-kind.ts";
import { readFile } from "./storage.ts";
import { aPhoto } from "./testing/foreign-files.ts";

const { owner } = await testDatabase();
let desk: InvoicingDesk;
let load: ReleasedLoad;

beforeEach(async () => {
  desk = await anInvoicingDesk();
  load = await aReleasedLoad(desk);
});

const papers = async () => (await listPapers(desk.member, { loadId: load.loadId })).documents;

test("a removed document is off the load, its bytes stay, and it can be put back", async () => {
  const pod = { documentId: load.podId };
  const [stored] = await owner<{ sha256: string }[]>`
    select sha256 from documents where id = ${idToUuid("document", load.podId)}`;
  expect(await retireDocument(desk.member, pod)).toEqual({ kind: "changed" });
  expect((await papers()).map(({ id }) => id)).toEqual([load.rateId]);
  expect((await readFile(desk.scope, stored?.sha256 ?? "")).byteLength).toBeGreaterThan(0);
  expect(await retireDocument(desk.member, pod)).toMatchObject({ kind: "refused" });
  expect(await restoreDocument(desk.member, pod)).toEqual({ kind: "changed" });
  expect(await papers()).toHaveLength(2);
});

test("what was added again meanwhile is not put back beside it", async () => {
  const [{ sha256 } = { sha256: "" }] = await owner<{ sha256: string }[]>`
    select sha256 from documents where id = ${idToUuid("document", load.podId)}`;
  await retireDocument(desk.member, { documentId: load.podId });
  const input = { loadId: load.loadId, kind: "proof_of_delivery", fileName: "again.jpg" } as const;
  await addDocument(desk.member, input, Readable.from([await readFile(desk.scope, sha256)]));
  expect(await restoreDocument(desk.member, { documentId: load.podId })).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("added again"),
  });
});

test("a document becomes another kind", async () => {
  await setDocumentKind(desk.member, { documentId: load.podId, kind: "scale_ticket" });
  expect((await papers()).map(({ kind }) => kind)).toEqual(["rate_confirmation", "scale_ticket"]);
});

test("what Lading made, and what is behind an invoice at OTR, stays as it is; adding goes on", async () => {
  const sent = await aFactoringDesk();
  const [queued] = sent.loads;
  const { documents } = await listPapers(sent.biller, { loadId: queued?.loadId ?? load.loadId });
  const packet = { documentId: documents[0]?.id ?? load.podId };
  expect(await retireDocument(sent.biller, packet)).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("Lading made this"),
  });
  await owner`update loads set status = 'invoiced' where id = ${idToUuid("load", load.loadId)}`;
  const pod = { documentId: load.podId };
  for (const result of [
    await retireDocument(desk.member, pod),
    await setDocumentKind(desk.member, { ...pod, kind: "other" }),
  ]) {
    expect(result).toMatchObject({ kind: "refused", sentence: expect.stringContaining("with OTR") });
  }
  const input = { loadId: load.loadId, kind: "other", fileName: "late.png" } as const;
  const late = Readable.from([await aPhoto({ format: "png" })]);
  expect(await addDocument(desk.member, input, late)).toMatchObject({ kind: "added" });
});
