import { expect, test } from "vitest";
import { needsYou } from "./needs-you.ts";

const accepted = {
  state: "accepted",
  needsReview: false,
  purchaseCode: null,
  withdrawn: false,
  closedWithRemark: false,
  sentAgain: false,
} as const;

test.each([
  [null, false],
  [1, false],
  [2, false],
  [3, false],
  [4, true],
  [5, true],
  [6, true],
  [7, true],
  [8, true],
  [9, false],
  [12, false],
  [99, true],
])("OTR status %s needs a person: %s", (purchaseCode, expected) => {
  expect(needsYou({ ...accepted, purchaseCode })).toBe(expected);
});

test("a failure needs a person until the load went out again", () => {
  const failed = { ...accepted, state: "failed" } as const;
  expect(needsYou(failed)).toBe(true);
  expect(needsYou({ ...failed, sentAgain: true })).toBe(false);
});

test("a funded invoice with a remark, such as another amount at OTR, needs a person", () => {
  expect(needsYou({ ...accepted, purchaseCode: 3, closedWithRemark: true })).toBe(true);
});

test("a lost answer needs a person only when its replays are used up", () => {
  const lost = { ...accepted, state: "unknown" } as const;
  expect(needsYou(lost)).toBe(false);
  expect(needsYou({ ...lost, needsReview: true })).toBe(true);
});

test("an invoice that was taken back rests, unless OTR funds it after all", () => {
  const withdrawn = { ...accepted, withdrawn: true, purchaseCode: 4 } as const;
  expect(needsYou(withdrawn)).toBe(false);
  expect(needsYou({ ...withdrawn, state: "failed" })).toBe(false);
  expect(needsYou({ ...withdrawn, purchaseCode: 3, closedWithRemark: true })).toBe(true);
});
