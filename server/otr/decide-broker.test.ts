import { expect, test } from "vitest";
import { type BrokerFacts, decideBroker } from "./decide-broker.ts";

const said: BrokerFacts = {
  httpStatus: 200,
  responseStatus: 200,
  noBuy: false,
  result: "Approved",
  message: null,
};
const older: BrokerFacts = { ...said, responseStatus: null, noBuy: null, result: null };

test.each<[string, BrokerFacts, ReturnType<typeof decideBroker>]>([
  ["Approved", said, "approved"],
  ["unknown broker", { ...said, httpStatus: 404, responseStatus: 404 }, "not_found"],
  ["unknown broker told inside a 200", { ...said, responseStatus: 404 }, "not_found"],
  ["a 404 without OTR's own status", { ...said, httpStatus: 404, responseStatus: null }, undefined],
  ["NoBuy wins over Approved", { ...said, noBuy: true }, "no_buy"],
  ["NoBuy wins over Call Credit", { ...said, noBuy: true, result: "Call Credit" }, "no_buy"],
  ["402", { ...said, httpStatus: 402, result: null }, "not_approved"],
  ["NOT APPROVED before APPROVED", { ...said, result: "NOT APPROVED" }, "not_approved"],
  ["NotApproved in one word", { ...said, result: "NotApproved" }, "not_approved"],
  ["Declined", { ...said, result: "Declined" }, "not_approved"],
  ["Denied", { ...said, result: "Denied by credit" }, "not_approved"],
  ["Call Credit", { ...said, result: "Call Credit" }, "call_credit"],
  ["the contradictory pair NoBuy with NoBuy false", { ...said, result: "NoBuy" }, "call_credit"],
  ["a word nobody has seen", { ...said, result: "Pre-Approved" }, "call_credit"],
  ["no NoBuy field", { ...said, noBuy: null }, undefined],
  ["no result text", { ...said, result: null }, undefined],
  ["500", { ...said, httpStatus: 500 }, undefined],
  ["older answer APPROVED", { ...older, message: "APPROVED" }, "approved"],
  ["older answer CALL OFFICE", { ...older, message: "CALL OFFICE" }, "call_credit"],
  ["older answer NOT APPROVED", { ...older, message: "NOT APPROVED" }, "not_approved"],
])("%s", (_name, facts, decision) => {
  expect(decideBroker(facts)).toBe(decision);
});
