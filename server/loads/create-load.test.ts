import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aLoad, loadFields } from "#db/testing/a-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import { createLoad } from "./create-load.ts";
import { getLoad } from "./get-load.ts";
import { listLoads } from "./list-loads.ts";
import { nextLoadNumber } from "./next-load-number.ts";
import type { CreateLoad } from "./schemas.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const request = (change: Partial<CreateLoad> = {}): CreateLoad => ({
  ...loadFields(desk),
  requestKey: randomUUID(),
  ...change,
});
const requestedChecks = async () =>
  owner`select data from outbox where company_id = ${idToUuid("company", desk.scope.companyId)}`;

test("a load is stored as entered, Open, with its charges, their sum and its first history line", async () => {
  const lines = [
    { kind: "line_haul" as const, description: "", cents: 185_000 },
    { kind: "detention" as const, description: "2 h at the receiver", cents: 12_050 },
    { kind: "other" as const, description: "Advance", cents: -5_000 },
  ];
  const input = request({ lines });
  const created = await createLoad(desk.company.member, input);
  if (created.kind !== "created") throw new Error(created.sentence);
  const { requestKey, loadNumber, customerId, ...stored } = input;
  expect(await getLoad(desk.company.member, { loadId: created.loadId })).toMatchObject({
    ...stored,
    number: loadNumber,
    customer: { id: customerId },
    status: "open",
    totalCents: 192_050,
    history: [{ to: "open", byName: desk.company.member.name }],
  });
});

test("a form sent five times at once makes one load, and every answer names it", async () => {
  const input = request();
  const results = await Promise.all(Array.from({ length: 5 }, () => createLoad(desk.company.member, input)));
  const loadIds = results.map((result) => (result.kind === "created" ? result.loadId : result.sentence));
  expect(new Set(loadIds).size).toBe(1);
  expect((await listLoads(desk.company.member, {})).rows).toHaveLength(1);
  const [audits] = await owner`
    select count(*)::int as count from audit_entries
    where company_id = ${idToUuid("company", desk.scope.companyId)} and action = 'load.created'`;
  expect(audits?.count).toBe(1);
});

test("a number that another load has is refused with one that is free", async () => {
  await aLoad(desk, { loadNumber: "SH100" });
  const other = await aSubsidiary(desk.scope);
  await aLoad({ ...desk, subsidiaryId: other }, { loadNumber: "SH101" });
  expect(await createLoad(desk.company.member, request({ loadNumber: "SH100" }))).toEqual({
    kind: "refused",
    field: "loadNumber",
    sentence: "Another load has the number SH100 already. SH102 is free.",
  });
});

test("two people who take the same suggestion get one load each, or a sentence", async () => {
  const loadNumber = (await nextLoadNumber(desk.company.member, desk)) ?? "";
  const [one, other] = await Promise.all([
    createLoad(desk.company.member, request({ loadNumber })),
    createLoad(desk.biller, request({ loadNumber })),
  ]);
  expect([one.kind, other.kind].toSorted()).toEqual(["created", "refused"]);
});

test("the same number in another company is nobody's business", async () => {
  const elsewhere = await aFactoringDesk({ loads: 0 });
  await aLoad(elsewhere, { loadNumber: "SH100" });
  expect((await createLoad(desk.company.member, request({ loadNumber: "SH100" }))).kind).toBe("created");
});

test("the broker's credit check is asked for with the load, and not for one that isn't factored", async () => {
  await createLoad(desk.company.member, request());
  expect(await requestedChecks()).toMatchObject([
    { data: { customerId: desk.customerId, integrationId: desk.integrationId, trigger: "load_created" } },
  ]);
  const emailed = await aCustomer(desk.scope, desk.subsidiaryId, { method: "email" });
  await createLoad(desk.company.member, request({ customerId: emailed }));
  expect(await requestedChecks()).toHaveLength(1);
});

test("another company's customer or subsidiary does not exist", async () => {
  const other = await aCompany();
  const theirs = { subsidiaryId: await aSubsidiary(other.scope) };
  const { customerId } = { customerId: await aCustomer(other.scope, theirs.subsidiaryId) };
  for (const change of [theirs, { customerId }]) {
    await expect(createLoad(desk.company.member, request(change))).rejects.toMatchObject({
      code: "not_found",
    });
  }
  expect((await listLoads(desk.company.member, {})).rows).toEqual([]);
});
