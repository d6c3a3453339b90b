import { expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { creditStandings } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { listLoads } from "./list-loads.ts";

await testDatabase();

test("each load shows its broker's credit with its own subsidiary's login, and none where none is asked (R12, R13)", async () => {
  const { scope, company, subsidiaryId, integrationId, customerId, loads } = await aFactoringDesk({
    loads: 1,
  });
  const at = new Date("2026-11-24T08:00:00.000Z");
  await inCompany(scope, (tx) =>
    tx.insert(creditStandings).values({
      companyId: scope.companyId,
      integrationId,
      customerId,
      decision: "call_credit",
      otrText: "Call Credit",
      trigger: "load_created",
      decidedAt: at,
      checkedAt: at,
    }),
  );
  const unconnected = await aSubsidiary(scope);
  const elsewhere = await aQueuedLoad(scope, unconnected, customerId);
  const byMail = await aCustomer(scope, subsidiaryId, { method: "email" });
  const mailed = await aQueuedLoad(scope, subsidiaryId, byMail);

  const { rows } = await listLoads(company.member, {});
  const creditOf = new Map(rows.map(({ id, credit }) => [id, credit]));
  const [factored] = loads;
  expect(factored && creditOf.get(factored.loadId)).toMatchObject({
    icon: "call_credit",
    words: "Call Credit",
    at: at.toISOString(),
  });
  expect(creditOf.get(elsewhere.loadId)).toBeNull();
  expect(creditOf.get(mailed.loadId)).toBeNull();
});
