import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { loadFieldsSchema } from "#server/loads/rules/load-fields.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";
import { toEntry } from "./load-entry.ts";

const stored = {
  subsidiaryId: newId("subsidiary"),
  poNumber: "PLL-7",
  originCity: "Joliet",
  originState: "IL",
  destinationCity: "",
  destinationState: "",
  pickupOn: "2026-11-20",
  deliveredOn: null,
  weightLb: 42_000,
  miles: null,
  lines: [
    { kind: "line_haul", description: "", cents: 185_005 },
    { kind: "other", description: "Advance", cents: -5_000 },
  ],
} as const;

test("a form that is saved untouched changes nothing of the load", () => {
  const load: LoadDetails = {
    ...stored,
    lines: [...stored.lines],
    id: newId("load"),
    number: "SH10401",
    status: "open",
    subsidiaryName: "Sample Hauling Inc",
    customer: { id: newId("customer"), name: "Prairie Lantern Logistics", mcNumber: null },
    totalCents: 180_005,
    correction: { allows: "everything", sentence: null },
    releaseBlockers: [],
    revert: { targets: [], refusal: null },
    invoice: null,
    documents: [],
    submission: null,
    history: [],
  };
  expect(loadFieldsSchema.parse(toEntry(load))).toEqual({
    ...stored,
    loadNumber: load.number,
    customerId: load.customer.id,
  });
});
