import { expect, test } from "vitest";
import {
  fundingRemark,
  judgeReading,
  type KnownPurchase,
  type Reading,
  type Verdict,
  verdictOf,
} from "./purchase-reading.ts";

const reading = (change: Partial<Reading>): Reading => ({
  code: 1,
  raw: String(change.code ?? 1),
  modifiedRaw: null,
  unitPriceCents: 185_000,
  ...change,
});
const known = (purchaseCode: number | null, purchaseRaw: string | null = null): KnownPurchase => ({
  purchaseCode,
  purchaseRaw,
  amountCents: 185_000,
});

test.each<[string, KnownPurchase, Reading, Verdict]>([
  ["first look, pending", known(null), reading({ code: 1 }), "unchanged"],
  ["pending again", known(1), reading({ code: 1 }), "unchanged"],
  ["pending to advance issued", known(1), reading({ code: 2 }), "changed"],
  ["waits for the carrier", known(1), reading({ code: 6 }), "needs_you"],
  ["still waits for the carrier", known(6), reading({ code: 6 }), "needs_you"],
  ["dead", known(1), reading({ code: 4 }), "needs_you"],
  ["a code OTR has added", known(1), reading({ code: 12 }), "changed"],
  ["a word", known(1), reading({ code: null, raw: "Paid" }), "changed"],
  ["the same word", known(null, "Paid"), reading({ code: null, raw: "Paid" }), "unchanged"],
  ["another amount at OTR", known(1), reading({ code: 1, unitPriceCents: 180_000 }), "needs_you"],
])("%s", (_case, before, now, verdict) => {
  const judgement = judgeReading(before, now);
  const firstReading = before.purchaseCode === null && before.purchaseRaw === null;
  expect(verdictOf(judgement, { firstReading, loadFinanced: false })).toBe(verdict);
});

test.each([
  [3, { isFunded: true, isOpen: false }],
  [4, { isFunded: false, isOpen: false }],
  [7, { isFunded: false, isOpen: false }],
  [1, { isFunded: false, isOpen: true }],
  [6, { isFunded: false, isOpen: true }],
  [12, { isFunded: false, isOpen: true }],
])("status %i closes the invoice only when it is funded or final (R31, R32)", (code, expected) => {
  expect(judgeReading(known(1), reading({ code }))).toMatchObject(expected);
});

test("a word never funds an invoice, even one that sounds like it", () => {
  expect(judgeReading(known(1), reading({ code: null, raw: "Approved" }))).toMatchObject({
    isFunded: false,
    isOpen: true,
  });
});

test("funding of a load that was put back to the queue is told to a person", () => {
  expect(fundingRemark("invoiced", false)).toBeNull();
  expect(fundingRemark("queued", false)).toContain("while the load is Queued");
  expect(fundingRemark("invoiced", true)).toContain("taken back");
});
