import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aLoad } from "#db/testing/a-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { getLoad } from "./get-load.ts";
import { moveLoad } from "./move-load.ts";
import type { LoadStatus } from "./rules/load-status.ts";
import type { HandMove } from "./rules/load-transitions.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const clock = () => new Date("2026-11-24T04:00:00Z");
const move = (loadId: LoadId, expected: LoadStatus, to: HandMove, deliveredOn?: string) =>
  moveLoad(desk.company.member, { loadId, expected, to, deliveredOn }, clock);
const read = (loadId: LoadId) => getLoad(desk.company.member, { loadId });

test("a load goes its way step by step, and the history names each", async () => {
  const loadId = await aLoad(desk, { documents: ["rate_confirmation", "proof_of_delivery"] });
  await move(loadId, "open", "dispatched");
  await move(loadId, "dispatched", "in_transit");
  await move(loadId, "in_transit", "delivered", "2026-11-23");
  await move(loadId, "delivered", "released");
  const load = await read(loadId);
  expect(load).toMatchObject({ status: "released", deliveredOn: "2026-11-23" });
  expect(load.history.map(({ to, byName }) => [to, byName])).toEqual(
    ["released", "delivered", "in_transit", "dispatched"]
      .map((to) => [to, desk.company.member.name])
      .concat([["open", null as never]]),
  );
});

test("ten tabs that press the same button take one step", async () => {
  const loadId = await aLoad(desk);
  const results = await Promise.all(Array.from({ length: 10 }, () => move(loadId, "open", "dispatched")));
  expect(results.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  for (const result of results.filter(({ kind }) => kind === "refused")) {
    expect(result).toMatchObject({ sentence: "The load is Dispatched already. Nothing was changed." });
  }
  expect((await read(loadId)).history).toHaveLength(2);
});

test("of two different steps at once, one is taken and the other told", async () => {
  const loadId = await aLoad(desk);
  const results = await Promise.all([move(loadId, "open", "cancelled"), move(loadId, "open", "dispatched")]);
  expect(results.map(({ kind }) => kind).toSorted()).toEqual(["moved", "refused"]);
});

test("a step can't be skipped", async () => {
  const loadId = await aLoad(desk, { documents: ["rate_confirmation", "proof_of_delivery"] });
  expect(await move(loadId, "open", "released")).toMatchObject({
    kind: "refused",
    sentence: "A load that is Open can't become Released: its next step is Dispatched.",
  });
});

test("a release waits for its documents, and says which", async () => {
  const loadId = await aLoad(desk, { status: "delivered", documents: ["rate_confirmation"] });
  expect(await move(loadId, "delivered", "released")).toMatchObject({
    kind: "refused",
    blockers: [{ reason: "pod_missing", fix: { href: `/loads/${loadId}#documents` } }],
  });
  expect(await read(loadId)).toMatchObject({
    status: "delivered",
    releaseBlockers: [{ reason: "pod_missing" }],
  });
});

test("a truck that was not used is released without a POD", async () => {
  const loadId = await aLoad(desk, { documents: ["rate_confirmation"] });
  await move(loadId, "open", "tonu");
  expect(await move(loadId, "tonu", "released")).toMatchObject({
    kind: "moved",
    load: { status: "released" },
  });
});

test("the day of delivery is one that has come, in the company's time zone", async () => {
  const loadId = await aLoad(desk, { status: "in_transit", pickupOn: "2026-11-20" });
  // 04:00 UTC on the 24th is still the 23rd in Chicago.
  expect(await move(loadId, "in_transit", "delivered", "2026-11-24")).toMatchObject({ kind: "refused" });
  expect(await move(loadId, "in_transit", "delivered", "2026-11-19")).toMatchObject({ kind: "refused" });
  expect(await move(loadId, "in_transit", "delivered")).toMatchObject({ kind: "refused" });
  expect(await move(loadId, "in_transit", "delivered", "2026-11-23")).toMatchObject({ kind: "moved" });
});

test("another company's load does not exist", async () => {
  const loadId = await aLoad(desk);
  const { admin } = await aCompany();
  await expect(moveLoad(admin, { loadId, expected: "open", to: "dispatched" })).rejects.toMatchObject({
    code: "not_found",
  });
});
