import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { seedWorld } from "../seed/seed-world.ts";
import { ASKS } from "./asks.ts";
import { openWorld } from "./open-world.ts";
import { wideReads } from "./plans.ts";

const { appUrl, ownerUrl } = await testDatabase();
await seedWorld(ownerUrl, {
  name: "forty_thousand",
  companies: [12_000, 7_000, 7_000, 7_000, 7_000],
  loadsPerCustomer: 3,
});
const world = await openWorld({ appUrl, ownerUrl });
afterAll(() => world.close());

test.each(ASKS)("$name reads a few rows of each large table, through an index", async ({ run }) => {
  const statements = await world.record(() => run(world.facts));
  expect(statements.length).toBeGreaterThan(1);
  expect(await wideReads(appUrl, statements)).toEqual([]);
});

test("a search that no index serves is noticed", async () => {
  const statements = await world.record(() => ASKS[0]?.run(world.facts) ?? Promise.resolve());
  const unserved = { query: "select 1 from loads where load_number like $1", params: ["%7%"] };
  expect(await wideReads(appUrl, [...statements.slice(0, 1), unserved])).toEqual([
    expect.stringMatching(/^loads, /),
  ]);
});
