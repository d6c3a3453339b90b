import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { createCustomer } from "./create-customer.ts";
import { getCustomer } from "./get-customer.ts";
import { listCustomers } from "./list-customers.ts";
import { listNewCustomerSubsidiaries } from "./list-new-customer-subsidiaries.ts";
import { createCustomerSchema } from "./schemas.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

/** Creates as the procedure does: the input is read by its schema first. */
const create = (typed: Partial<typeof createCustomerSchema._zod.input> = {}, by = desk.company.member) =>
  createCustomer(
    by,
    createCustomerSchema.parse({
      ...{ name: "Harbor Wren Freight", kind: "broker", mcNumber: "MC-0077123", sameMcIsFine: false },
      ...{ street: "12 Quay St", city: "Duluth", state: "mn", zip: "55802" },
      methods: [{ subsidiaryId: desk.subsidiaryId, method: "factoring" }],
      ...typed,
    }),
  );

async function created(result: ReturnType<typeof create>) {
  const answer = await result;
  if (answer.kind !== "created") throw new Error(`Not created: ${answer.kind}`);
  return answer.customerId;
}

test("a customer is added with what was typed and its method per subsidiary; one left out has none", async () => {
  const second = await aSubsidiary(desk.scope);
  const customerId = await created(create());
  const profile = await getCustomer(desk.biller, { customerId });
  expect(profile).toMatchObject({
    name: "Harbor Wren Freight",
    mcNumber: "77123",
    state: "MN",
    city: "Duluth",
  });
  expect(new Map(profile.invoicing.map((row) => [row.subsidiaryId, row.method]))).toEqual(
    new Map([
      [desk.subsidiaryId, "factoring"],
      [second, null],
    ]),
  );
});

test("it is audited once, by whom it was added", async () => {
  const customerId = await created(create());
  const entries = await inCompany(desk.scope, (tx) =>
    tx.select().from(auditEntries).where(eq(auditEntries.action, "customer.created")),
  );
  expect(entries).toMatchObject([
    { subject: customerId, userId: desk.company.member.userId, data: { mcNumber: "77123" } },
  ]);
});

test("a name that a customer has, in any case of letters, is refused with the customer that has it", async () => {
  const customerId = await created(create());
  const again = await create({ name: "HARBOR wren freight", mcNumber: "", sameMcIsFine: true });
  expect(again).toEqual({ kind: "name_taken", existing: { id: customerId, name: "Harbor Wren Freight" } });
  expect((await listCustomers(desk.biller, { search: "wren" })).rows).toHaveLength(1);
});

test("the form sent twice at once makes one customer", async () => {
  const both = await Promise.all([create(), create()]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["created", "name_taken"]);
});

test("an MC number that a customer has is asked about, and taken once the person says so", async () => {
  const known = await aCustomer(desk.scope, desk.subsidiaryId, { name: "Wren East", mcNumber: "77123" });
  expect(await create()).toEqual({ kind: "same_mc", existing: [{ id: known, name: "Wren East" }] });
  expect(await create({ sameMcIsFine: true })).toMatchObject({ kind: "created" });
});

test("two customers without an MC number are no namesakes", async () => {
  await created(create({ mcNumber: "" }));
  expect(await create({ name: "Another", mcNumber: "" })).toMatchObject({ kind: "created" });
});

test("another company's customer of the same name and MC is neither in the way nor told of", async () => {
  const other = await aFactoringDesk({ loads: 0 });
  const theirs = [{ subsidiaryId: other.subsidiaryId, method: "email" as const }];
  await created(create({ methods: theirs }, other.company.member));
  expect(await create()).toMatchObject({ kind: "created" });
});

test("no method is set for another company's subsidiary, and nothing is saved", async () => {
  const other = await aFactoringDesk({ loads: 0 });
  const methods = [{ subsidiaryId: other.subsidiaryId, method: "email" as const }];
  await expect(create({ methods })).rejects.toMatchObject({ code: "not_found" });
  expect((await listCustomers(desk.biller, { search: "wren" })).rows).toEqual([]);
});

test("a new customer's subsidiaries say which are connected to OTR", async () => {
  const second = await aSubsidiary(desk.scope, { name: "Not connected" });
  const subsidiaries = await listNewCustomerSubsidiaries(desk.company.member);
  expect(new Map(subsidiaries.map(({ id, isConnected }) => [id, isConnected]))).toEqual(
    new Map([
      [desk.subsidiaryId, true],
      [second, false],
    ]),
  );
});
