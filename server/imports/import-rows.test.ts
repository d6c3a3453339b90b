import { beforeEach, describe, expect, test } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { getCustomer } from "#server/customers/get-customer.ts";
import { type ImportId, idFromUuid, idToUuid } from "#server/kernel/ids.ts";
import { getLoad } from "#server/loads/get-load.ts";
import { checkImport } from "./check-import.ts";
import { stopImport } from "./finish-import.ts";
import { getImport } from "./get-import.ts";
import { importRows } from "./import-rows.ts";
import { listBadRows } from "./list-bad-rows.ts";
import { startImport } from "./start-import.ts";
import { anUploadedFile, loadsFile, runImport, runToEnd } from "./testing/an-import.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;
let actor: Actor;
let broker: string;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
  actor = desk.company.member;
  broker = (await getCustomer(actor, { customerId: desk.customerId })).name;
});

const companyUuid = () => idToUuid("company", desk.scope.companyId);

async function count(table: "loads" | "load_lines" | "load_status_changes" | "customers"): Promise<number> {
  const [row] =
    await owner`select count(*)::int as count from ${owner(table)} where company_id = ${companyUuid()}`;
  return row?.count;
}

async function counts(importId: ImportId) {
  const { status, doneRows, createdRows, knownRows, badRows } = await getImport(actor, { importId });
  return { status, doneRows, createdRows, knownRows, badRows };
}

/** A clock that stops the work at its nth reading, inside the transaction: what a crash there leaves. */
function crashingClock(at: number) {
  let readings = 0;
  return () => {
    readings += 1;
    if (readings === at) throw new Error("the process is gone");
    return new Date();
  };
}

describe("loads", () => {
  test("come in with charges, history, and one credit check per broker; the audit has a line per import", async () => {
    const importId = await anUploadedFile(actor, "loads", loadsFile(broker, 3));
    expect(await checkImport(actor, { importId })).toEqual({
      ...{ totalRows: 3, newRows: 3, knownRows: 0, badRows: 0, unknownCustomerRows: 0 },
    });
    await runImport(actor, importId, "all_or_nothing");
    expect(await counts(importId)).toEqual({
      status: "done",
      doneRows: 3,
      createdRows: 3,
      knownRows: 0,
      badRows: 0,
    });
    const [row] =
      await owner`select id from loads where company_id = ${companyUuid()} and load_number = 'L-2'`;
    expect(await getLoad(actor, { loadId: idFromUuid("load", row?.id) })).toMatchObject({
      status: "delivered",
      originCity: "Joliet",
      originState: "IL",
      deliveredOn: "2026-10-11",
      totalCents: 185_000,
      lines: [{ kind: "line_haul", cents: 185_000 }],
      history: [{ to: "delivered", reason: "Imported from loads.csv, line 3" }],
    });
    const events = await owner`
      select data->>'customerId' as customer from outbox
      where company_id = ${companyUuid()} and name = 'credit/check.requested'`;
    expect(events.map(({ customer }) => customer)).toEqual([desk.customerId]);
    const audit = await owner`
      select action from audit_entries where company_id = ${companyUuid()} and action like 'import.%' order by id`;
    expect(audit.map(({ action }) => action)).toEqual(["import.started", "import.finished"]);
  });

  test("that are here already stay as they are, and the same file makes nothing twice", async () => {
    const text = loadsFile(broker, 3);
    await runImport(actor, await anUploadedFile(actor, "loads", text), "all_or_nothing");
    const again = await anUploadedFile(actor, "loads", text.replaceAll("1,850.00", "9,999.00"));
    expect(await checkImport(actor, { importId: again })).toMatchObject({
      newRows: 0,
      knownRows: 3,
      badRows: 0,
    });
    await runImport(actor, again, "good_rows");
    expect(await counts(again)).toEqual({
      status: "done",
      doneRows: 3,
      createdRows: 0,
      knownRows: 3,
      badRows: 0,
    });
    expect([await count("loads"), await count("load_lines")]).toEqual([3, 3]);
    const [sum] =
      await owner`select sum(total_cents)::int as cents from loads where company_id = ${companyUuid()}`;
    expect(sum?.cents).toBe(3 * 185_000);
  });

  test("with one bad row are kept out altogether, where all or nothing is wanted", async () => {
    const text = `${loadsFile(broker, 2_500)}\r\nL-9000,Nobody Freight,Delivered,10/11/2026,100,\r\n`;
    const importId = await anUploadedFile(actor, "loads", text);
    await runImport(actor, importId, "all_or_nothing");
    expect(await getImport(actor, { importId })).toMatchObject({
      status: "failed",
      createdRows: 0,
      failure: expect.stringMatching(/^Line 2502 .*no customer “Nobody Freight”.*Nothing was imported/),
    });
    expect([await count("loads"), await count("load_lines"), await count("load_status_changes")]).toEqual([
      0, 0, 0,
    ]);
  });

  test("come in without the bad rows, where only the good ones are wanted", async () => {
    const text = `${loadsFile(broker, 2)}\r\nL-8,${broker},Invoiced,10/11/2026,100,\r\nL-9,,Open,,abc,\r\n${loadsFile(broker, 1, 50).split("\r\n")[1]}`;
    const importId = await anUploadedFile(actor, "loads", text);
    await runImport(actor, importId, "good_rows");
    expect(await counts(importId)).toEqual({
      status: "done",
      doneRows: 5,
      createdRows: 3,
      knownRows: 0,
      badRows: 2,
    });
    const { rows } = await listBadRows(actor, { importId });
    expect(
      rows.map(({ line, label, problems }) => [line, label, problems.map(({ fieldLabel }) => fieldLabel)]),
    ).toEqual([
      [4, "L-8", ["Status"]],
      [5, "L-9", ["Customer", "Line haul"]],
    ]);
  });

  test("of a step that was killed between chunks are counted and made once", async () => {
    const importId = await anUploadedFile(actor, "loads", loadsFile(broker, 2_300));
    await startImport(actor, { importId, mode: "good_rows" });
    await expect(importRows({ scope: desk.scope, importId }, crashingClock(4))).rejects.toThrow("gone");
    expect(await counts(importId)).toMatchObject({ status: "running", doneRows: 2_000, createdRows: 2_000 });
    await Promise.all([runToEnd(actor, importId), runToEnd(actor, importId)]);
    expect(await counts(importId)).toEqual({
      status: "done",
      doneRows: 2_300,
      createdRows: 2_300,
      knownRows: 0,
      badRows: 0,
    });
    expect([await count("loads"), await count("load_lines")]).toEqual([2_300, 2_300]);
    expect(await importRows({ scope: desk.scope, importId })).toEqual({ next: "end" });
  });

  test("come in to the last one though a step of a lost run, which nobody goes on after, overtakes", async () => {
    const importId = await anUploadedFile(actor, "loads", loadsFile(broker, 12_000));
    await startImport(actor, { importId, mode: "good_rows" });
    const lost = importRows({ scope: desk.scope, importId });
    while ((await counts(importId)).doneRows === 0);
    await runToEnd(actor, importId);
    await lost;
    expect(await counts(importId)).toMatchObject({ status: "done", doneRows: 12_000, createdRows: 12_000 });
    expect(await count("loads")).toBe(12_000);
  });

  test("of two runs at once, all or nothing, come in once", async () => {
    const importId = await anUploadedFile(actor, "loads", loadsFile(broker, 1_200));
    await startImport(actor, { importId, mode: "all_or_nothing" });
    await Promise.all([runToEnd(actor, importId), runToEnd(actor, importId)]);
    expect(await counts(importId)).toMatchObject({ status: "done", createdRows: 1_200 });
    expect(await count("loads")).toBe(1_200);
  });

  test("of an import that was stopped on its way are undone, and come in when it starts again", async () => {
    const importId = await anUploadedFile(actor, "loads", loadsFile(broker, 6_000));
    await startImport(actor, { importId, mode: "all_or_nothing" });
    const run = runToEnd(actor, importId);
    while ((await counts(importId)).doneRows === 0);
    await stopImport({ scope: desk.scope, importId });
    await run;
    expect(await counts(importId)).toMatchObject({ status: "failed", doneRows: 0, createdRows: 0 });
    expect(await count("loads")).toBe(0);
    await runImport(actor, importId, "all_or_nothing");
    expect(await counts(importId)).toMatchObject({ status: "done", createdRows: 6_000 });
  });
});
