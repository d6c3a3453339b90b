import { expect, test } from "vitest";
import { FAILURE_REASONS } from "./failure-reasons.ts";
import { type FailureFacts, failureSentence } from "./failure-sentences.ts";

const facts: FailureFacts = {
  customerName: "Prairie Lantern Logistics",
  mcNumber: "412907",
  invoiceNumber: "60417",
  poNumber: "PLL88213",
  amountCents: 185_000,
  usdotNumber: "3104488",
  detail: "Invalid Request",
  atOtr: false,
};

test.each(FAILURE_REASONS)("%s says what happened, what it means for the money and what to do", (reason) => {
  for (const atOtr of [true, false]) {
    const { happened, money, todo } = failureSentence(reason, { ...facts, atOtr });
    for (const words of [happened, money, todo]) {
      expect(words).toMatch(/^[A-Z].{10,}[.”]$/);
      expect(words).not.toMatch(/undefined|null|NaN/);
    }
  }
});

test("an unknown broker is named with its MC number", () => {
  expect(failureSentence("broker_unknown", facts)).toEqual({
    happened: "OTR doesn't know MC 412907.",
    money: "The invoice was not created at OTR, and the load is still Queued.",
    todo: "Check the MC number on Prairie Lantern Logistics, then retry.",
    fix: "customer_mc",
  });
});

test("a lost answer is never called a failure or unsent", () => {
  const { happened, money } = failureSentence("answer_lost", facts);
  expect(`${happened} ${money}`).not.toMatch(/failed|not created|not sent/i);
});
