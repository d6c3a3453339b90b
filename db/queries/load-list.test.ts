import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aLoad } from "#db/testing/a-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { type CustomerId, idToUuid, type LoadId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { listLoadIds, listLoads } from "./load-list.ts";

const { owner } = await testDatabase();
const YEARS_OF_LOADS = 40_000;
let desk: FactoringDesk;
let few: { [name: string]: LoadId };
let rare: { customerId: CustomerId; subsidiaryId: SubsidiaryId };

beforeAll(async () => {
  desk = await aFactoringDesk({ loads: 0 });
  await manyLoads(desk);
  const customerId = await aCustomer(desk.scope, desk.subsidiaryId, {
    name: "Zephyr & 100% Freight",
    mcNumber: "987654",
  });
  rare = { customerId, subsidiaryId: await aSubsidiary(desk.scope) };
  few = {
    number: await aLoad(desk, { loadNumber: "Nr-77001", poNumber: "" }),
    po: await aLoad(desk, { loadNumber: "X1", poNumber: "zz-Needle-9" }),
    customer: await aLoad({ ...desk, customerId }, { loadNumber: "X2" }),
    subsidiary: await aLoad({ ...desk, subsidiaryId: rare.subsidiaryId }, { loadNumber: "X4" }),
    delivered: await aLoad(desk, { loadNumber: "X3", status: "delivered" }),
  };
  await owner`analyze loads`;
  await owner`analyze customers`;
});

/** Financed loads of years, written as the owner in one statement. */
async function manyLoads({ scope, subsidiaryId, customerId }: FactoringDesk) {
  const [company, subsidiary, customer] = [
    idToUuid("company", scope.companyId),
    idToUuid("subsidiary", subsidiaryId),
    idToUuid("customer", customerId),
  ];
  await owner`
    insert into loads (company_id, id, subsidiary_id, customer_id, load_number, po_number, status, total_cents)
    select ${company}, uuidv7(), ${subsidiary}, ${customer}, 'SH' || n, 'PO' || n, 'financed', 185000
    from generate_series(100000, ${100_000 + YEARS_OF_LOADS - 1}::int) n`;
}

const ids = (page: Partial<Parameters<typeof listLoadIds>[2]>) =>
  inCompany(desk.scope, (tx) => listLoadIds(tx, desk.scope, { limit: 51, ...page }));

test.each([
  ["NR-77", "number"],
  ["nr-77001", "number"],
  ["ZZ-NEEDLE", "po"],
  ["zephyr", "customer"],
  ["100% f", "customer"],
  ["MC 0987654", "customer"],
])("a search for %j finds the load by its %s", async (search, which) => {
  expect(await ids({ search })).toEqual([few[which]]);
});

test.each(["77001", "eedle", "1%0", "1_0", "98765", "\u{10FFFF}"])(
  "a search for %j finds nothing",
  async (search) => {
    expect(await ids({ search })).toEqual([]);
  },
);

test("pages of a search hold every match once, newest first", async () => {
  const all = await ids({ search: "sh1000", limit: 200 });
  expect(all).toHaveLength(100);
  const paged: LoadId[] = [];
  for (let before: LoadId | undefined; paged.length < 100; before = paged.at(-1)) {
    const page = await ids({ search: "sh1000", limit: 30, before });
    if (page.length === 0) break;
    paged.push(...page);
  }
  expect(paged).toEqual(all);
  expect(all).toEqual(all.toSorted().toReversed());
});

test("filters narrow together", async () => {
  const rest = { subsidiaryId: desk.subsidiaryId, customerId: desk.customerId };
  expect(await ids({ status: "delivered", ...rest })).toEqual([few.delivered]);
  expect(await ids({ status: "delivered", search: "X3", ...rest })).toEqual([few.delivered]);
  expect(await ids({ status: "open", search: "X3" })).toEqual([]);
});

// What the app's role may read through an index depends on row-level security: the plan is asked for as that role.
test.each([
  ["newest first", {}],
  ["by a rare number", { search: "NR-77" }],
  ["by a number that only old ones have", { search: "SH10" }],
  ["by a number that all have", { search: "SH" }],
  ["by a rare PO", { search: "ZZ-N" }],
  ["by a customer with few loads", { search: "zephyr" }],
  ["by a customer with many loads", { search: "prairie" }],
  ["by what nothing has", { search: "no such thing" }],
  ["by a rare status", { status: "delivered" }],
  ["by a status that nothing has", { status: "cancelled" }],
  ["by a rare status and a search", { status: "delivered", search: "SH1" }],
  ["by a rare status and a name", { status: "delivered", search: "prairie" }],
  ["by a common status and a name", { status: "financed", search: "prairie" }],
] as const)("a page of forty thousand loads %s is found without reading them all", async (_, page) => {
  expect(await readBuffers(page)).toBeLessThan(600);
});

test("a page of a customer's or a subsidiary's loads is found without reading everybody's", async () => {
  const all = await ids({ limit: 20_000 });
  const pages = [
    { customerId: rare.customerId },
    { customerId: desk.customerId, before: all.at(-1) },
    { customerId: desk.customerId, status: "delivered" },
    { subsidiaryId: rare.subsidiaryId },
    { subsidiaryId: desk.subsidiaryId, before: all.at(-1) },
    { subsidiaryId: rare.subsidiaryId, search: "SH" },
  ];
  const buffers = await Promise.all(pages.map(readBuffers));
  expect(buffers.filter((count) => count > 600)).toEqual([]);
});

test("filters by one customer or subsidiary find theirs, page by page", async () => {
  expect(await ids({ customerId: rare.customerId })).toEqual([few.customer]);
  expect(await ids({ subsidiaryId: rare.subsidiaryId })).toEqual([few.subsidiary]);
  const first = await ids({ customerId: desk.customerId, limit: 3 });
  const both = await ids({ customerId: desk.customerId, limit: 6 });
  const second = await ids({ customerId: desk.customerId, limit: 3, before: first.at(-1) });
  expect([...first, ...second]).toEqual(both);
});

/** How many 8 kB pages PostgreSQL touches for a page of the list; a scan of the table takes far more. */
async function readBuffers(page: object): Promise<number> {
  return inCompany(desk.scope, async (tx) => {
    const query = listLoads(tx, desk.scope, { limit: 51, ...page }).getSQL();
    const [row] = await tx.execute(explain(query));
    const { Plan } = (row as { "QUERY PLAN": { Plan: Record<string, number> }[] })["QUERY PLAN"][0] ?? {};
    return (Plan?.["Shared Hit Blocks"] ?? 0) + (Plan?.["Shared Read Blocks"] ?? 0);
  });
}

function explain(query: SQL): SQL {
  return sql`explain (analyze, buffers, format json) ${query}`;
}
