import { expect, test } from "vitest";
import { documentChangeRefusal, isWithOtr } from "./document-change.ts";

test.each([
  ["open", null, false],
  ["queued", null, false],
  ["queued", "pending", true],
  ["queued", "sending", true],
  ["queued", "unknown", true],
  ["queued", "document_attached", true],
  ["queued", "failed", false],
  ["released", "failed", false],
  ["invoiced", "accepted", true],
  ["invoiced", null, true],
  ["financed", "accepted", true],
  ["completed", null, true],
  ["cancelled", null, false],
] as const)(
  "the documents of a %s load with the submission %s are with OTR: %s",
  (status, state, expected) => {
    expect(isWithOtr({ status, submission: state && { state } })).toBe(expected);
  },
);

test.each([
  ["rate_confirmation", "queued", null],
  ["other", "queued", null],
  ["proof_of_delivery", "invoiced", /stay as they were sent/],
  ["invoice", "released", /Lading made this invoice/],
  ["packet", "queued", /merge the documents again/],
] as const)("a %s of a %s load: %s", (kind, status, sentence) => {
  const refusal = documentChangeRefusal({ status, submission: null }, kind);
  if (sentence === null) expect(refusal).toBeNull();
  else expect(refusal).toMatch(sentence);
});
