import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { auditEntries, creditStandings, customers } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { listQueue } from "#server/factoring/list-queue.ts";
import { getCustomer } from "./get-customer.ts";
import { listCustomers } from "./list-customers.ts";
import { type CustomerFieldsInput, updateCustomerSchema } from "./schemas.ts";
import { setInvoicingMethod } from "./set-invoicing-method.ts";
import { updateCustomer } from "./update-customer.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 1 });
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

  test("changed, it marks what OTR said under the earlier one as out of date; another change does not", async () => {
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
      icon: "approved",
      stale: "The MC number was changed after this check.",
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

  test("takes a name that only another company uses", async () => {
    const other = await aFactoringDesk({ loads: 0 });
    await aCustomer(other.scope, other.subsidiaryId, { name: "Gull Point Logistics" });
    expect((await save({ name: "Gull Point Logistics" })).name).toBe("Gull Point Logistics");
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

describe("another company's customer", () => {
  test("is neither listed, found nor changed", async () => {
    const other = await aFactoringDesk({ loads: 0 });
    const { rows } = await listCustomers(desk.biller, {});
    expect(rows.map(({ id }) => id)).toEqual([desk.customerId]);
    await expect(getCustomer(desk.biller, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(save({}, other.customerId)).rejects.toMatchObject({ code: "not_found" });
    const theirs = await getCustomer(other.biller, other);
    expect(theirs.city).toBe("");
  });

  test("can't be given a method, nor a customer a method for another company's subsidiary", async () => {
    const other = await aFactoringDesk({ loads: 0 });
    const method = "email";
    for (const ids of [
      { customerId: other.customerId, subsidiaryId: desk.subsidiaryId },
      { customerId: desk.customerId, subsidiaryId: other.subsidiaryId },
    ]) {
      const attempt = setInvoicingMethod(desk.biller, { ...ids, method });
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("the invoicing method", () => {
  const choose = (method: "factoring" | "email" | null) =>
    setInvoicingMethod(desk.company.member, {
      customerId: desk.customerId,
      subsidiaryId: desk.subsidiaryId,
      method,
    });
  const queued = async () => {
    const { subsidiaryId } = desk;
    const view = { subsidiaryId, search: "", filter: "all", sort: "delivered", order: "asc" } as const;
    return (await listQueue(desk.biller, view)).rows.length;
  };

  test("decides whether the customer's queued loads may go in a batch", async () => {
    await choose("email");
    expect(await queued()).toBe(0);
    await choose(null);
    expect(await queued()).toBe(0);
    await choose("factoring");
    expect(await queued()).toBe(1);
  });

  test("other than Factoring takes the credit icon away; a subsidiary without one is shown as not set", async () => {
    const second = await aSubsidiary(desk.scope);
    expect((await choose("factoring")).invoicing.find(bySecond(false))?.credit?.icon).toBe("none");
    const { invoicing } = await choose("email");
    expect(invoicing.find(bySecond(false))).toMatchObject({ method: "email", credit: null });
    expect(invoicing.find(bySecond(true))).toMatchObject({ method: null, credit: null });

    function bySecond(wanted: boolean) {
      return ({ subsidiaryId }: { subsidiaryId: string }) => (subsidiaryId === second) === wanted;
    }
  });
});

describe("the list", () => {
  test("comes in pages that hold every customer once, by name", async () => {
    for (let count = 0; count < 60; count += 1) {
      await aCustomer(desk.scope, desk.subsidiaryId, { name: `Broker ${String(count).padStart(3, "0")}` });
    }
    const first = await listCustomers(desk.biller, {});
    expect(first.rows).toHaveLength(50);
    const second = await listCustomers(desk.biller, { cursor: first.nextCursor });
    expect(second.nextCursor).toBeNull();
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(61);
  });

  test.each(["MC 0412907", "412907", "lantern"])("finds a customer by %j", async (search) => {
    await aCustomer(desk.scope, desk.subsidiaryId, { name: "Somebody Else", mcNumber: "9" });
    const { rows } = await listCustomers(desk.biller, { search });
    expect(rows.map(({ id }) => id)).toEqual([desk.customerId]);
  });

  test.each(["%", "_", "\\"])("takes %j for itself, not for a wildcard", async (search) => {
    expect((await listCustomers(desk.biller, { search })).rows).toEqual([]);
  });
});
