import { expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { eventSink } from "#db/testing/event-sink.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { idToUuid, newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

const { owner } = await testDatabase();
const sink = await eventSink();
const { batchSubmitted } = await import("#inngest/events.ts");
const { addToOutbox } = await import("./add-to-outbox.ts");
const { listStaleEvents } = await import("./list-stale-events.ts");
const { sendOutboxEvents } = await import("./send-outbox-events.ts");

const add = (scope: CompanyScope) =>
  inCompany(scope, (tx) =>
    addToOutbox(tx, scope, batchSubmitted.create({ companyId: scope.companyId, batchId: newId("batch") })),
  );
const minuteLater = () => new Date(Date.now() + 60_000);

test("an event is sent under its outbox id and marked, so that it is not sent again", async () => {
  const { scope } = await aCompany();
  const ids = await add(scope);
  expect(await sendOutboxEvents(scope, ids)).toBe(1);
  expect(await sendOutboxEvents(scope, ids)).toBe(0);
  expect(sink.received).toMatchObject([{ id: ids[0], name: "factoring/batch.submitted" }]);
  expect(await listStaleEvents(minuteLater())).toEqual([]);
});

test("an event that Inngest did not take stays, is counted, and goes with the next sweep", async () => {
  const { scope } = await aCompany();
  const ids = await add(scope);
  sink.refuse(true);
  expect(await sendOutboxEvents(scope, ids)).toBe(0);
  const [row] =
    await owner`select tries, sent_at from outbox where company_id = ${idToUuid("company", scope.companyId)}`;
  expect(row).toMatchObject({ tries: 1, sent_at: null });
  sink.refuse(false);
  const stale = await listStaleEvents(minuteLater());
  expect(stale).toEqual([{ companyId: scope.companyId, eventIds: ids }]);
  expect(await sendOutboxEvents(scope, ids)).toBe(1);
});

test("a fresh event is left to the request that made it", async () => {
  const { scope } = await aCompany();
  await add(scope);
  expect(await listStaleEvents(new Date())).toEqual([]);
});

test("an event of a transaction that did not commit is never sent", async () => {
  const { scope } = await aCompany();
  const rolledBack = inCompany(scope, async (tx) => {
    await addToOutbox(
      tx,
      scope,
      batchSubmitted.create({ companyId: scope.companyId, batchId: newId("batch") }),
    );
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  expect(
    await owner`select 1 from outbox where company_id = ${idToUuid("company", scope.companyId)}`,
  ).toEqual([]);
});

test("one company can't send another's events", async () => {
  const [mine, theirs] = [await aCompany(), await aCompany()];
  const ids = await add(theirs.scope);
  expect(await sendOutboxEvents(mine.scope, ids)).toBe(0);
  expect(sink.received).toEqual([]);
});
