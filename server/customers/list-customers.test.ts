import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { customers } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { listCustomers } from "./list-customers.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

test("the list comes in pages that hold every customer once, by name", async () => {
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

test.each(["MC 0412907", "412907", "mc-4129", "lantern"])(
  "the search finds a customer by %j",
  async (search) => {
    await aCustomer(desk.scope, desk.subsidiaryId, { name: "Somebody Else", mcNumber: "9" });
    const { rows } = await listCustomers(desk.biller, { search });
    expect(rows.map(({ id }) => id)).toEqual([desk.customerId]);
  },
);

test("the search takes beginnings of words of name and city in any order, as they read now", async () => {
  const id = await aCustomer(desk.scope, desk.subsidiaryId, {
    name: "Copper-Wagon Freight",
    city: "El Paso",
  });
  const found = async (search: string) =>
    (await listCustomers(desk.biller, { search })).rows.map((row) => row.id);
  expect(await found("paso copper wag")).toEqual([id]);
  expect(await found("opper")).toEqual([]);
  expect(await found("copper lantern")).toEqual([]);
  await inCompany(desk.scope, (tx) =>
    tx.update(customers).set({ name: "Harbor Freight" }).where(eq(customers.id, id)),
  );
  expect(await found("copper")).toEqual([]);
  expect(await found("HARBOR")).toEqual([id]);
});

test("digits that begin no MC number are looked for in names", async () => {
  const id = await aCustomer(desk.scope, desk.subsidiaryId, { name: "Route 66 Freight", mcNumber: "9" });
  expect((await listCustomers(desk.biller, { search: "66" })).rows.map((row) => row.id)).toEqual([id]);
});

test("an MC number is found from its beginning only, and every customer that has it", async () => {
  await aCustomer(desk.scope, desk.subsidiaryId, { name: "Inside", mcNumber: "9412907" });
  const same = await aCustomer(desk.scope, desk.subsidiaryId, {
    name: "A second office",
    mcNumber: "412907",
  });
  const { rows } = await listCustomers(desk.biller, { search: "412907" });
  expect(rows.map(({ id }) => id)).toEqual([same, desk.customerId]);
});

test.each(["%", "_", "\\"])("the search takes %j for itself, not for a wildcard", async (search) => {
  expect((await listCustomers(desk.biller, { search })).rows).toEqual([]);
});
