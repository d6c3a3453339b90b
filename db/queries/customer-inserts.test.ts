import { expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { newId } from "#server/kernel/ids.ts";
import { findNamesakes, insertCustomers, insertInvoicingMethods } from "./customer-inserts.ts";
import { listInvoicing } from "./customer-invoicing.ts";

await testDatabase();

const aRow = (name: string, mcNumber: string | null = null) => ({
  ...{ id: newId("customer"), name, kind: "broker" as const, mcNumber },
  ...{ street: "", city: "Duluth", state: "MN", zip: "55802" },
});

test("more customers than one statement takes are added in one go, each with its methods", async () => {
  const { scope, subsidiaryId } = await aFactoringDesk({ loads: 0 });
  const rows = Array.from({ length: 2_300 }, (_, index) => aRow(`Broker ${index}`, `${index + 1}`));
  const added = await inCompany(scope, async (tx) => {
    const ids = await insertCustomers(tx, scope, rows);
    const methods = [...ids].map((customerId) => ({ customerId, subsidiaryId, method: "email" as const }));
    await insertInvoicingMethods(tx, scope, methods);
    return ids;
  });
  expect(added.size).toBe(2_300);
  const last = rows.slice(-2).map(({ id }) => id);
  const invoicing = await inCompany(scope, (tx) => listInvoicing(tx, scope, last));
  expect(invoicing.map(({ method }) => method)).toEqual(["email", "email"]);
});

test("a name the company has already, or twice in the rows, is added once", async () => {
  const { scope } = await aFactoringDesk({ loads: 0 });
  const other = await aFactoringDesk({ loads: 0 });
  const first = aRow("Gull Point Logistics");
  await inCompany(other.scope, (tx) => insertCustomers(tx, other.scope, [aRow("Gull Point Logistics")]));
  const add = (...rows: ReturnType<typeof aRow>[]) =>
    inCompany(scope, (tx) => insertCustomers(tx, scope, rows));
  expect(await add(first, aRow("Gull Point Logistics"))).toEqual(new Set([first.id]));
  expect(await add(aRow("Gull Point Logistics"))).toEqual(new Set());
});

test("namesakes are found by name in any case of letters or by MC number, in the own company only", async () => {
  const { scope } = await aFactoringDesk({ loads: 0 });
  const other = await aFactoringDesk({ loads: 0 });
  await inCompany(scope, (tx) =>
    insertCustomers(tx, scope, [aRow("Gull Point Logistics", "77"), aRow("Nobody")]),
  );
  const find = (at: typeof scope, names: string[], mcNumbers: string[] = []) =>
    inCompany(at, (tx) => findNamesakes(tx, at, { names, mcNumbers }));
  expect(await find(scope, ["GULL point logistics"])).toMatchObject([{ name: "Gull Point Logistics" }]);
  expect(await find(scope, [], ["77", "78"])).toMatchObject([{ mcNumber: "77" }]);
  expect(await find(scope, [])).toEqual([]);
  expect(await find(other.scope, ["Gull Point Logistics"], ["77"])).toEqual([]);
});
