import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { idAt } from "#db/seed/id-at.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import type { Actor } from "#server/auth/actor.ts";
import { saveLogin } from "#server/integrations/save-login.ts";
import { aSentBatch, outcome } from "#server/reports/testing/a-sent-batch.ts";
import { exportAudit } from "./export-audit.ts";
import { getAuditEntry } from "./get-audit-entry.ts";
import { listAudit } from "./list-audit.ts";
import { listAuditPeople } from "./list-audit-people.ts";
import { recordAudits } from "./record-audit.ts";
import type { AuditAction } from "./rules/actions.ts";
import { BACKGROUND } from "./rules/background.ts";
import type { AuditFilter } from "./schemas.ts";

await testDatabase();
await testSandbox();
let desk: FactoringDesk;
let admin: Actor;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 1 });
  admin = { ...desk.company.admin, billing: true };
});

test("entries come newest first, page after page, each once", async () => {
  await record(
    Array.from({ length: 120 }, (_, index) => ({ action: "report.exported", subject: `s${index}` })),
  );
  const seen: string[] = [];
  let cursor: Awaited<ReturnType<typeof listAudit>>["nextCursor"] = null;
  do {
    const page = await listAudit(admin, { cursor });
    seen.push(...page.rows.map(({ about }) => about.label));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `s${119 - index}`));
});

test("an entry says who, what, about which thing, from where, and its data in words", async () => {
  const { loadId } = only(desk.loads);
  await record([
    {
      action: "load.status_changed",
      subject: loadId,
      data: { from: "queued", to: "invoiced" },
      by: "biller",
    },
    { action: "otr.exchange", subject: loadId, data: { httpStatus: 201, otrRequestId: "0f3a-11" } },
  ]);
  const { rows } = await listAudit(admin, {});
  expect(rows).toMatchObject([
    {
      who: null,
      what: "OTR call",
      ip: null,
      details: [
        { name: "HTTP status", value: "201" },
        { name: "OTR request id", value: "0f3a-11" },
      ],
    },
    {
      who: desk.biller.name,
      what: "Load status changed",
      ip: "127.0.0.1",
      about: { label: expect.stringMatching(/^Load L-/), href: `/loads/${loadId}` },
    },
  ]);
});

test("narrows by action, by person and by background jobs, and by all of them at once", async () => {
  const subject = only(desk.loads).loadId;
  await record([
    { action: "load.updated", subject, by: "biller" },
    { action: "load.updated", subject },
    { action: "document.downloaded", subject, by: "biller" },
  ]);
  const count = async (filter: AuditFilter) => (await listAudit(admin, filter)).rows.length;
  expect(await count({})).toBe(3);
  expect(await count({ action: "load.updated" })).toBe(2);
  expect(await count({ person: desk.biller.userId })).toBe(2);
  expect(await count({ person: BACKGROUND })).toBe(1);
  expect(await count({ person: admin.userId })).toBe(0);
  expect(await count({ action: "load.updated", person: desk.biller.userId, about: subject })).toBe(1);
});

test("a search finds what happened to a load, a batch, a customer, and to what belongs to them", async () => {
  const { number, invoiceIds } = await aSentBatch(desk, [outcome.accepted, outcome.accepted]);
  const submission = only(invoiceIds);
  const { loadId, invoiceNumber } = only(desk.loads);
  await record([
    { action: "invoice.accepted", subject: submission },
    { action: "customer.updated", subject: desk.customerId },
    { action: "load.updated", subject: loadId },
  ]);
  const found = async (about: string) => (await listAudit(admin, { about })).rows.map(({ what }) => what);
  expect(await found(`Batch ${number}`)).toEqual(["Invoice accepted by OTR", "Batch submitted"]);
  expect(await found("prairie lantern")).toEqual(["Customer changed"]);
  expect(await found(invoiceNumber)).toEqual(["Load corrected"]);
  expect(await found(loadId)).toEqual(["Load corrected"]);
  expect(await found("100%")).toEqual([]);
});

test("days are the company's days, both included", async () => {
  // Chicago is five hours behind UTC in summer: these are the last and first moments of July 1st and 2nd there.
  await recordAt([
    "2026-07-01T04:59:59Z",
    "2026-07-01T05:00:00Z",
    "2026-07-03T04:59:59Z",
    "2026-07-03T05:00:00Z",
  ]);
  const found = async (filter: AuditFilter) =>
    (await listAudit(admin, filter)).rows.map(({ about }) => about.label);
  expect(await found({ from: "2026-07-01", to: "2026-07-02" })).toEqual([
    "2026-07-03T04:59:59Z",
    "2026-07-01T05:00:00Z",
  ]);
  expect(await found({ to: "2026-06-30" })).toEqual(["2026-07-01T04:59:59Z"]);
});

test("another company's entries are in no list, no file, and not found by id", async () => {
  await record([{ action: "load.updated", subject: only(desk.loads).loadId, by: "biller" }]);
  const entry = only((await listAudit(admin, {})).rows);
  expect(await getAuditEntry(admin, { entryId: entry.id })).toEqual(entry);
  const stranger = (await aFactoringDesk({ loads: 0 })).company.admin;
  const filters: AuditFilter[] = [
    {},
    { person: desk.biller.userId },
    { about: only(desk.loads).loadId },
    { about: only(desk.loads).invoiceNumber },
  ];
  for (const filter of filters) expect((await listAudit(stranger, filter)).rows).toEqual([]);
  await expect(getAuditEntry(stranger, { entryId: entry.id })).rejects.toMatchObject({ code: "not_found" });
  expect(await textOf(await exportAudit(stranger, {}))).not.toContain(entry.id);
  expect((await listAuditPeople(stranger)).map(({ id }) => id)).not.toContain(desk.biller.userId);
});

test("the file has a line per entry that the filter leaves, over many pages, and is itself audited", async () => {
  await record([
    ...Array.from({ length: 1_001 }, () => ({
      action: "report.exported" as const,
      subject: "factoring_report",
    })),
    { action: "customer.updated", subject: desk.customerId, data: { name: "=1+1" } },
  ]);
  const lines = (await textOf(await exportAudit(admin, { action: "report.exported" })))
    .split("\r\n")
    .slice(1, -1);
  expect(lines).toHaveLength(1_002);
  expect(lines[0]).toContain(",Report exported,Audit,127.0.0.1,Action: report.exported,");
  expect(await textOf(await exportAudit(admin, { action: "customer.updated" }))).toContain(",Name: =1+1,");
});

test("who may not see the reports reads of a batch without a link to it", async () => {
  const { number } = await aSentBatch(desk, [outcome.accepted]);
  const { rows } = await listAudit(desk.company.support, { about: String(number) });
  expect(only(rows).about).toEqual({ label: `Batch ${number}`, href: null });
});

test("a saved login and the sign-in that checked it are audited with OTR's request id and status, and without any secret", async () => {
  const login = { username: "dispatch@sample-hauling.test", password: "sandbox-password" };
  await saveLogin(admin, { subsidiaryId: desk.subsidiaryId, ...login });
  const entry = only((await listAudit(admin, { action: "integration.saved" })).rows);
  expect(entry.details).toEqual(
    expect.arrayContaining([
      { name: "HTTP status", value: "200", href: null },
      { name: "OTR request id", value: expect.stringMatching(/.{8,}/), href: null },
    ]),
  );
  const call = only((await listAudit(admin, { action: "otr.exchange" })).rows);
  expect(call.about.label).toMatch(/^OTR login of /);
  const everything = JSON.stringify([entry, call]) + (await textOf(await exportAudit(admin, {})));
  for (const secret of [login.password, login.username, "eyJ"]) expect(everything).not.toContain(secret);
});

test("a list holds the beginning of a long entry, which is whole by itself and in the CSV", async () => {
  const exchanges = Array.from({ length: 400 }, (_, nth) => `${60_000 + nth} 200 21 ms 0f3a-${nth}`);
  await record([{ action: "otr.exchange", subject: "s", data: { reads: 400, exchanges } }]);
  const listed = only((await listAudit(admin, {})).rows);
  expect(JSON.stringify(listed).length).toBeLessThan(1_000);
  expect(listed).toMatchObject({
    isShortened: true,
    details: [{ value: "400" }, { value: expect.stringMatching(/…$/) }],
  });
  const whole = await getAuditEntry(admin, { entryId: listed.id });
  const last = "60399 200 21 ms 0f3a-399";
  expect(whole.isShortened).toBe(false);
  expect(whole.details.at(-1)?.value.endsWith(last)).toBe(true);
  expect(await textOf(await exportAudit(admin, {}))).toContain(last);
});

type Told = { action: AuditAction; subject: string; data?: Record<string, unknown>; by?: "biller" };

async function record(entries: Told[]): Promise<void> {
  const records = entries.map(({ by, ...entry }) => ({
    ...entry,
    at: new Date(),
    by: by ? desk.biller : null,
  }));
  await inCompany(desk.scope, (tx) => recordAudits(tx, desk.scope, records));
}

/** Entries of the past, with the ids they would have got then. */
async function recordAt(instants: string[]): Promise<void> {
  const rows = instants.map((instant) => ({
    companyId: desk.scope.companyId,
    id: idAt("audit", new Date(instant)),
    action: "report.exported",
    subject: instant,
    at: new Date(instant),
  }));
  await inCompany(desk.scope, (tx) => tx.insert(auditEntries).values(rows));
}

function only<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("there is one");
  return first;
}

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
