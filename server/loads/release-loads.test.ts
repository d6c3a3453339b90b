import { beforeEach, expect, test } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aLoad } from "#db/testing/a-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { idToUuid, newId } from "#server/kernel/ids.ts";
import { getLoad } from "./get-load.ts";
import { previewRelease, releaseLoads } from "./release-loads.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const papers = ["rate_confirmation", "proof_of_delivery"] as const;
const ready = () => aLoad(desk, { status: "delivered", documents: papers });

test("loads with their documents are released, each of the others stays with its reason", async () => {
  const good = [await ready(), await ready()];
  const bare = await aLoad(desk, { status: "delivered", loadNumber: "BARE" });
  const open = await aLoad(desk, { documents: papers });
  const loadIds = [...good, bare, open];
  const foreseen = await previewRelease(desk.company.member, { loadIds });
  const verdict = await releaseLoads(desk.company.member, { loadIds });
  expect(verdict).toEqual(foreseen);
  expect(verdict.released.toSorted()).toEqual(good.toSorted());
  expect(verdict.refused).toMatchObject([
    { loadId: bare, number: "BARE", sentence: expect.stringMatching(/rate confirmation.*POD/) },
    { loadId: open, sentence: expect.stringContaining("A load that is Open") },
  ]);
  const statuses = await Promise.all(loadIds.map((loadId) => getLoad(desk.biller, { loadId })));
  expect(statuses.map(({ status }) => status)).toEqual(["released", "released", "delivered", "open"]);
});

test("a document that was put away counts no more", async () => {
  const loadId = await ready();
  await owner`update documents set retired_at = now() where load_id = ${idToUuid("load", loadId)}`;
  expect((await releaseLoads(desk.biller, { loadIds: [loadId] })).released).toEqual([]);
});

test("ten people who release the same loads release each once", async () => {
  const loadIds = [await ready(), await ready(), await ready()];
  const verdicts = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      releaseLoads(desk.biller, { loadIds: index % 2 === 0 ? loadIds : loadIds.toReversed() }),
    ),
  );
  expect(verdicts.flatMap(({ released }) => released).toSorted()).toEqual(loadIds.toSorted());
  for (const loadId of loadIds) {
    expect((await getLoad(desk.biller, { loadId })).history).toHaveLength(2);
  }
});

test("another company's load is one that isn't there", async () => {
  const elsewhere = await aFactoringDesk({ loads: 0 });
  const theirs = await aLoad(elsewhere, { status: "delivered", documents: papers });
  const [foreign, nobodys] = await Promise.all(
    [theirs, newId("load")].map((loadId) => releaseLoads(desk.biller, { loadIds: [loadId] })),
  );
  expect(foreign?.refused[0]?.sentence).toBe(nobodys?.refused[0]?.sentence);
  expect((await getLoad(elsewhere.biller, { loadId: theirs })).status).toBe("delivered");
});
