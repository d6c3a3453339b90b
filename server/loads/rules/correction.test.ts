import { expect, test } from "vitest";
import { type Correction, contradictedFields, correctionOf } from "./correction.ts";
import { LOAD_STATUSES, type LoadStatus } from "./load-status.ts";

const WITHOUT_INVOICE: Record<LoadStatus, Correction["allows"]> = {
  open: "everything",
  dispatched: "everything",
  in_transit: "everything",
  delivered: "everything",
  released: "everything",
  queued: "everything",
  invoiced: "nothing",
  financed: "nothing",
  completed: "nothing",
  tonu: "everything",
  cancelled: "nothing",
};

test("a load without invoice can be corrected until it is settled", () => {
  const allowed = LOAD_STATUSES.map((status) => [
    status,
    correctionOf({ status, submission: null, invoiceNumber: null }).allows,
  ]);
  expect(Object.fromEntries(allowed)).toEqual(WITHOUT_INVOICE);
});

test.each(["released", "queued"] as const)("what the invoice of a %s load says stays", (status) => {
  const correction = correctionOf({ status, submission: null, invoiceNumber: "60101" });
  expect(correction).toMatchObject({
    allows: "blanks",
    sentence: expect.stringContaining("revert the load"),
  });
});

test.each([
  [{ state: "failed", isAtOtr: false }, "blanks"],
  [{ state: "failed", isAtOtr: true }, "nothing"],
  [{ state: "unknown", isAtOtr: false }, "nothing"],
  [{ state: "pending", isAtOtr: false }, "nothing"],
  [{ state: "accepted", isAtOtr: true }, "nothing"],
] as const)("a queued load with the submission %j allows %s", (submission, allows) => {
  expect(correctionOf({ status: "queued", submission, invoiceNumber: "60101" }).allows).toBe(allows);
});

test("filling in what was blank contradicts nothing, changing what was said does", () => {
  const before = { poNumber: "", miles: null, originCity: "Joliet", lines: [{ cents: 1 }] };
  expect(contradictedFields<object>(before, { ...before, poNumber: "PLL-7", miles: 240 })).toEqual([]);
  expect(contradictedFields<object>(before, { ...before, originCity: "" })).toEqual(["originCity"]);
  expect(contradictedFields<object>(before, { ...before, lines: [{ cents: 2 }] })).toEqual(["lines"]);
});
