import { beforeEach, describe, expect, test } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { getCustomer } from "#server/customers/get-customer.ts";
import { idFromUuid, idToUuid } from "#server/kernel/ids.ts";
import { checkImport } from "../check-import.ts";
import { getImport } from "../get-import.ts";
import { listBadRows } from "../list-bad-rows.ts";
import { anUploadedFile, runImport } from "../testing/an-import.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;
let actor: Actor;
let broker: string;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
  actor = desk.company.member;
  broker = (await getCustomer(actor, { customerId: desk.customerId })).name;
});

describe("a row of loads is told apart by what the company has", () => {
  const HEAD = "Load #,Customer,MC,Subsidiary,Status,Rate";
  const check = async (...rows: string[]) => {
    const importId = await anUploadedFile(actor, "loads", [HEAD, ...rows].join("\n"));
    const { rows: bad } = await listBadRows(actor, { importId });
    return bad.map(({ line, problems }) => `${line}: ${problems.map(({ reason }) => reason).join(" ")}`);
  };

  test("the customer by its name in any case of letters, or by its MC number", async () => {
    expect(
      await check(`1,${broker.toUpperCase()},,,Open,5`, "2,,MC-0412907,,Open,5", "3,PLL,412907,,Open,5"),
    ).toEqual([]);
    expect(await check("1,Nobody,77,,Open,5", `2,${broker},99,,Open,5`)).toEqual([
      expect.stringContaining("2: Your company has no customer “Nobody” with MC 77."),
      expect.stringContaining("3: The row says MC 99, but"),
    ]);
  });

  test("the subsidiary by its name, which a row must give where there are several", async () => {
    await aSubsidiary(desk.scope, { name: "South River Transport" });
    expect(await check(`1,${broker},,south river transport,Open,5`)).toEqual([]);
    expect(await check(`1,${broker},,,Open,5`, `2,${broker},,East,Open,5`)).toEqual([
      expect.stringContaining("2: Your company has several subsidiaries."),
      expect.stringContaining("3: Your company has no subsidiary “East”."),
    ]);
  });

  test("a line that stands twice counts once; one that contradicts a line above is bad", async () => {
    const row = `1,${broker},,,Open,5`;
    expect(await check(row, row, `1,${broker},,,Open,6`)).toEqual([
      expect.stringContaining("4: Line 2 is about the same one"),
    ]);
    const importId = await anUploadedFile(actor, "loads", [HEAD, row, row].join("\n"));
    expect(await checkImport(actor, { importId })).toMatchObject({ newRows: 1, knownRows: 1, badRows: 0 });
  });

  test("an amount that lost its quotes moves the columns, and the line says so", async () => {
    expect(await check(`1,${broker},,,Open,$1,850.00`)).toEqual([
      expect.stringContaining("2: The line has more columns"),
    ]);
  });
});

describe("customers", () => {
  const FILE =
    "Name;MC #;Type;City;State;Invoicing Method\r\nHarbor Freight Brokers;MC-0123456;Broker;Duluth;MN;Factoring\r\nMüller & Søn;N/A;shipper;Joliet;Illinois;\r\n";

  test("come in with their invoicing method, for every subsidiary", async () => {
    const other = await aSubsidiary(desk.scope);
    const importId = await anUploadedFile(actor, "customers", FILE);
    await runImport(actor, importId, "all_or_nothing");
    const [row] =
      await owner`select id from customers where company_id = ${idToUuid("company", desk.scope.companyId)} and name = 'Harbor Freight Brokers'`;
    const customer = await getCustomer(actor, { customerId: idFromUuid("customer", row?.id) });
    expect(customer).toMatchObject({ kind: "broker", mcNumber: "123456", city: "Duluth", state: "MN" });
    expect(customer.invoicing.map(({ subsidiaryId, method }) => [subsidiaryId, method])).toEqual(
      expect.arrayContaining([desk.subsidiaryId, other].map((id) => [id, "factoring"])),
    );
  });

  test("that are here in another case of letters are not made twice", async () => {
    await runImport(actor, await anUploadedFile(actor, "customers", FILE), "good_rows");
    const again = await anUploadedFile(actor, "customers", FILE.replace("Harbor Freight", "HARBOR FREIGHT"));
    await runImport(actor, again, "good_rows");
    expect(await getImport(actor, { importId: again })).toMatchObject({ createdRows: 0, knownRows: 2 });
    const [row] = await owner`
      select count(*)::int as count from customers where company_id = ${idToUuid("company", desk.scope.companyId)}`;
    expect(row?.count).toBe(3);
  });
});
