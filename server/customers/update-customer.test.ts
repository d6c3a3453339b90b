import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries, creditStandings, customers } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { aSession } from "#server/auth/testing/a-member.ts";
import { followNotices } from "#server/live/follow-notices.ts";
import { stopListening } from "#server/live/listen.ts";
import { getCustomer } from "./get-customer.ts";
import { listCustomers } from "./list-customers.ts";
import { type CustomerFieldsInput, updateCustomerSchema } from "./schemas.ts";
import { updateCustomer } from "./update-customer.ts";

await testDatabase();
let desk: FactoringDesk;

afterAll(stopListening);

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const fields: CustomerFieldsInput = {
  name: "Harbor Wren Freight",
  kind: "broker",
  mcNumber: "412907",
  street: "12 Quay St",
  city: "Duluth",
  state: "MN",
  zip: "55802",
};

/** Saves as the procedure does: the input is read by its schema first. */
function save(change: Partial<CustomerFieldsInput>, customerId = desk.customerId) {
  return updateCustomer(
    desk.company.member,
    updateCustomerSchema.parse({ ...fields, name: `Harbor ${customerId}`, ...change, customerId }),
  );
}

const storedMc = async () => {
  const rows = await inCompany(desk.scope, (tx) =>
    tx.select({ mc: customers.mcNumber }).from(customers).where(eq(customers.id, desk.customerId)),
  );
  return rows[0]?.mc;
};

describe("the MC number", () => {
  test.each([
    ["MC-0123456", "123456"],
    [" mc 998 ", "998"],
    ["", null],
  ])("typed as %j is stored as %j", async (typed, stored) => {
    await save({ mcNumber: typed });
    expect(await storedMc()).toBe(stored);
  });

  test.each(["pending", "MC", "000", "1234567890"])("%j is refused with a sentence at the field", (typed) => {
    const { error } = updateCustomerSchema.safeParse({
      ...fields,
      customerId: desk.customerId,
      mcNumber: typed,
    });
    expect(error?.issues).toMatchObject([
      { path: ["mcNumber"], message: expect.stringContaining("1 to 9 digits") },
    ]);
  });

  test("changed, it takes back what OTR said of another broker, and says why; another change does not", async () => {
    await inCompany(desk.scope, (tx) =>
      tx.insert(creditStandings).values({
        companyId: desk.scope.companyId,
        integrationId: desk.integrationId,
        customerId: desk.customerId,
        decision: "approved",
        otrText: "APPROVED",
        trigger: "manual",
        decidedAt: new Date(),
        checkedAt: new Date(),
      }),
    );
    const moved = await save({ city: "Superior" });
    expect(moved.invoicing[0]?.credit).toMatchObject({ icon: "approved", words: "APPROVED", stale: null });
    const renumbered = await save({ mcNumber: "555001" });
    expect(renumbered.invoicing[0]?.credit).toMatchObject({
      icon: "none",
      words: null,
      stale: "The MC number was changed after the last check.",
    });
  });
});

describe("saving a profile", () => {
  test("refuses the name of another customer of the company, and saves nothing", async () => {
    await aCustomer(desk.scope, desk.subsidiaryId, { name: "Blue Heron Brokers" });
    await expect(save({ name: "Blue Heron Brokers", mcNumber: "77" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("“Blue Heron Brokers”"),
    });
    expect(await storedMc()).toBe("412907");
  });

  test("refuses such a name in another case of letters too, but lets a customer change its own", async () => {
    await aCustomer(desk.scope, desk.subsidiaryId, { name: "Blue Heron Brokers" });
    await expect(save({ name: "BLUE heron brokers" })).rejects.toMatchObject({ code: "conflict" });
    await save({ name: "Gull Point" });
    expect((await save({ name: "GULL POINT" })).name).toBe("GULL POINT");
  });

  test("says who else has the MC number, of the own company", async () => {
    const other = await aFactoringDesk({ loads: 0 });
    await aCustomer(other.scope, other.subsidiaryId, { name: "Elsewhere", mcNumber: "55501" });
    const id = await aCustomer(desk.scope, desk.subsidiaryId, { name: "Heron East", mcNumber: "55501" });
    expect((await save({ mcNumber: "55501" })).sameMc).toEqual([{ id, name: "Heron East" }]);
    expect((await save({ mcNumber: "" })).sameMc).toEqual([]);
  });

  test("takes a name that only another company uses", async () => {
    const other = await aFactoringDesk({ loads: 0 });
    await aCustomer(other.scope, other.subsidiaryId, { name: "Gull Point Logistics" });
    expect((await save({ name: "Gull Point Logistics" })).name).toBe("Gull Point Logistics");
  });

  test("makes open pages of the queue, and those that show credit, look again", async () => {
    await aSession(desk.biller);
    const leaving = new AbortController();
    const page = followNotices(desk.biller, leaving.signal);
    await page.next();
    await save({ mcNumber: "555001" });
    expect(await page.next()).toMatchObject({
      value: { notices: [{ topic: "queue" }, { topic: "credit", id: desk.customerId }] },
    });
    leaving.abort();
  });

  test("is audited with what changed, once: saving the same again records nothing", async () => {
    await save({});
    await save({});
    const entries = await inCompany(desk.scope, (tx) =>
      tx.select().from(auditEntries).where(eq(auditEntries.action, "customer.updated")),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      subject: desk.customerId,
      userId: desk.company.member.userId,
      data: { changes: { city: { from: "", to: "Duluth" } } },
    });
    expect(entries[0]?.data).not.toHaveProperty("changes.mcNumber");
  });
});

test("another company's customer is neither listed, found nor changed", async () => {
  const other = await aFactoringDesk({ loads: 0 });
  const { rows } = await listCustomers(desk.biller, {});
  expect(rows.map(({ id }) => id)).toEqual([desk.customerId]);
  await expect(getCustomer(desk.biller, other)).rejects.toMatchObject({ code: "not_found" });
  await expect(save({}, other.customerId)).rejects.toMatchObject({ code: "not_found" });
  const theirs = await getCustomer(other.biller, other);
  expect(theirs.city).toBe("");
});
