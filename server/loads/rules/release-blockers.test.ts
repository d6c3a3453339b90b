import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { releaseBlockers, releaseNeeds } from "./release-blockers.ts";

const loadId = newId("load");

test.each([
  ["delivered", [], ["rate_confirmation_missing", "pod_missing"]],
  ["delivered", ["rate_confirmation"], ["pod_missing"]],
  ["delivered", ["proof_of_delivery", "lumper_receipt"], ["rate_confirmation_missing"]],
  ["delivered", ["proof_of_delivery", "rate_confirmation"], []],
  ["delivered", ["invoice", "packet", "other"], ["rate_confirmation_missing", "pod_missing"]],
  ["tonu", [], ["rate_confirmation_missing"]],
  ["tonu", ["rate_confirmation"], []],
] as const)("a load that is %s with %j lacks %j", (status, documents, reasons) => {
  const blockers = releaseBlockers({ loadId, status, documents });
  expect(blockers.map(({ reason }) => reason)).toEqual(reasons);
  for (const { fix } of blockers) expect(fix.href).toBe(`/loads/${loadId}#documents`);
});

test("says what a release needs, and why a TONU needs no POD", () => {
  expect(releaseNeeds("delivered")).toBe(
    "Release needs Customer Rate Confirmation and Proof of Delivery (POD).",
  );
  expect(releaseNeeds("tonu")).toMatch(/^Release needs Customer Rate Confirmation\. The truck was not used/);
});
