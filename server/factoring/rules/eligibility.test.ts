import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { LOAD_STATUSES } from "#server/loads/rules/load-status.ts";
import { type EligibilityFacts, type Ineligibility, ineligibilities } from "./eligibility.ts";

const live = {
  batchId: newId("batch"),
  batchNumber: 12,
  submittedByName: "Dana Whitfield",
  failedAtOtr: false,
};

const ready: EligibilityFacts = {
  loadId: newId("load"),
  customerId: newId("customer"),
  loadStatus: "queued",
  invoicingMethod: "factoring",
  hasPacket: true,
  poNumber: "PLL88213",
  originCity: "Joliet",
  originState: "IL",
  destinationCity: "Toledo",
  destinationState: "OH",
  amountCents: 185_000,
  live: null,
};

const reasonsOf = (change: Partial<EligibilityFacts>) =>
  ineligibilities({ ...ready, ...change }).map(({ reason }) => reason);

test("a queued factoring load with merged documents may go", () => {
  expect(reasonsOf({})).toEqual([]);
});

test.each<[Ineligibility, Partial<EligibilityFacts>]>([
  ["not_factoring", { invoicingMethod: "email" }],
  ["not_factoring", { invoicingMethod: null }],
  ["not_merged", { hasPacket: false }],
  ["live_submission", { live }],
  ["at_otr_without_document", { live: { ...live, failedAtOtr: true } }],
  ["po_missing", { poNumber: "  " }],
  ["lane_missing", { originCity: "" }],
  ["lane_missing", { destinationState: "" }],
  ["amount_not_positive", { amountCents: 0 }],
  ["amount_not_positive", { amountCents: -100 }],
])("%s is told for %j", (reason, change) => {
  expect(reasonsOf(change)).toEqual([reason]);
});

test.each(LOAD_STATUSES.filter((status) => status !== "queued"))("a load that is %s stays out", (status) => {
  expect(reasonsOf({ loadStatus: status })).toEqual(["not_queued"]);
});

test("every reason is a sentence with a way to mend it", () => {
  const everything = ineligibilities({
    ...ready,
    loadStatus: "released",
    invoicingMethod: null,
    hasPacket: false,
    poNumber: "",
    originCity: "",
    amountCents: 0,
    live,
  });
  expect(everything).toHaveLength(7);
  for (const { sentence, fix } of everything) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(fix.href).toMatch(/^\/(loads|customers|reports)\//);
  }
});
