import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { type BatchBlocker, type BlockerFacts, batchBlockers } from "./batch-blockers.ts";

const facts: BlockerFacts = {
  subsidiaryId: newId("subsidiary"),
  subsidiaryName: "Blue Mesa Freight",
  usdotNumber: "3104488",
  integrationStatus: "active",
};
const admin = { role: "admin", billing: true } as const;
const biller = { role: "member", billing: true } as const;

test.each<[BatchBlocker[], Partial<BlockerFacts>]>([
  [[], {}],
  [[], { integrationStatus: "unverified" }],
  [["usdot_missing"], { usdotNumber: null }],
  [["usdot_missing"], { usdotNumber: "" }],
  [["integration_missing"], { integrationStatus: null }],
  [["integration_rejected"], { integrationStatus: "rejected" }],
  [["integration_disconnected"], { integrationStatus: "disconnected" }],
  [["usdot_missing", "integration_missing"], { usdotNumber: null, integrationStatus: null }],
])("%j for %j", (blockers, change) => {
  expect(batchBlockers({ ...facts, ...change }, admin).map(({ blocker }) => blocker)).toEqual(blockers);
});

test("who may mend a blocker gets the link, the others are told whom to ask (R24)", () => {
  const broken = { ...facts, integrationStatus: "rejected" } as const;
  expect(batchBlockers(broken, admin)[0]?.fix?.href).toContain(facts.subsidiaryId);
  const [notice] = batchBlockers(broken, biller);
  expect(notice?.fix).toBeNull();
  expect(notice?.sentence).toContain("Ask an admin");
});
