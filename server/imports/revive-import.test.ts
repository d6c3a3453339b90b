import { beforeEach, expect, test, vi } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { eventSink } from "#db/testing/event-sink.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { getCustomer } from "#server/customers/get-customer.ts";
import { type ImportId, idToUuid } from "#server/kernel/ids.ts";

const { owner } = await testDatabase();
const sink = await eventSink();
const { getImport } = await import("./get-import.ts");
const { findLostImports, reviveImport } = await import("./revive-import.ts");
const { startImport } = await import("./start-import.ts");
const { anUploadedFile, loadsFile, runToEnd } = await import("./testing/an-import.ts");

let desk: FactoringDesk;
let member: Actor;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
  member = desk.company.member;
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const job = (importId: ImportId) => ({ scope: desk.scope, importId });
const lost = async (now: Date) => (await findLostImports(now)).map(({ importId }) => importId);
const sent = (importId: ImportId) =>
  sink.received.filter(({ name, data }) => name === "imports/import.started" && data.importId === importId);

/** An import that was started, and no run of it came. */
async function aLostImport(): Promise<ImportId> {
  const { name } = await getCustomer(member, { customerId: desk.customerId });
  const importId = await anUploadedFile(member, "loads", loadsFile(name, 20));
  await startImport(member, { importId, mode: "good_rows" });
  // Its event is sent behind the answer, and is not to be counted as the revival's.
  await vi.waitFor(() => expect(sent(importId)).toHaveLength(1));
  return importId;
}

test("an import that lost its run is set going again, once, and comes to its end with nothing twice", async () => {
  const importId = await aLostImport();
  expect(await lost(later(14))).not.toContain(importId);
  expect(await lost(later(16))).toContain(importId);
  sink.received.length = 0;
  await Promise.all([
    reviveImport(job(importId), () => later(16)),
    reviveImport(job(importId), () => later(16)),
  ]);
  expect(sent(importId)).toHaveLength(1);
  expect(await lost(later(60))).not.toContain(importId);
  // The first run was only late.
  await Promise.all([runToEnd(member, importId), runToEnd(member, importId)]);
  expect(await getImport(member, { importId })).toMatchObject({ status: "done", createdRows: 20 });
});

test("a run that is lost a second time is left to a person, and what they start may be revived again", async () => {
  const importId = await aLostImport();
  await reviveImport(job(importId), () => later(16));
  const stalledAt = async (now: Date) => (await getImport(member, { importId }, () => now)).isStalled;
  expect(await stalledAt(later(30))).toBe(false);
  expect(await stalledAt(later(32))).toBe(true);
  await startImport(member, { importId, mode: "good_rows" }, () => later(32));
  expect(await lost(later(48))).toContain(importId);
});

test("an import that has ended is not lost, and another company's is out of reach", async () => {
  const importId = await aLostImport();
  const { scope } = await aFactoringDesk({ loads: 0 });
  sink.received.length = 0;
  await reviveImport({ scope, importId }, () => later(16));
  expect(sent(importId)).toEqual([]);
  await owner`update imports set status = 'done' where id = ${idToUuid("import", importId)}`;
  expect(await lost(later(16))).not.toContain(importId);
});
