import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { type MergeFacts, mergeBlockers } from "./merge-blockers.ts";

const ready: MergeFacts = {
  loadId: newId("load"),
  status: "released",
  releasedFrom: "delivered",
  method: "factoring",
  submission: null,
  invoice: { hasNotice: true },
  kinds: ["invoice", "rate_confirmation", "proof_of_delivery"],
};

test.each<[string, Partial<MergeFacts>, string[]]>([
  ["is Released, invoiced and complete", {}, []],
  ["is Queued", { status: "queued" }, []],
  ["has further receipts", { kinds: [...ready.kinds, "lumper_receipt", "other"] }, []],
  ["failed at OTR because of its document", { status: "queued", submission: { state: "failed" } }, []],
  ["is being submitted", { status: "queued", submission: { state: "sending" } }, ["with_otr"]],
  ["has an unknown answer", { status: "queued", submission: { state: "unknown" } }, ["with_otr"]],
  ["is Invoiced", { status: "invoiced" }, ["with_otr"]],
  ["is Delivered", { status: "delivered" }, ["not_released"]],
  ["is Cancelled", { status: "cancelled" }, ["not_released"]],
  ["has no invoice", { invoice: null, kinds: ["rate_confirmation", "proof_of_delivery"] }, ["no_invoice"]],
  ["leaves its invoice out", { kinds: ["rate_confirmation", "proof_of_delivery"] }, ["invoice_left_out"]],
  ["has an invoice without notice", { invoice: { hasNotice: false } }, ["notice_not_printed"]],
  ["is billed by e-mail, without notice", { method: "email", invoice: { hasNotice: false } }, []],
  ["lacks both papers", { kinds: ["invoice"] }, ["document_missing", "document_missing"]],
  ["was not used and has no POD", { releasedFrom: "tonu", kinds: ["invoice", "rate_confirmation"] }, []],
])("a load that %s", (_name, change, reasons) => {
  expect(mergeBlockers({ ...ready, ...change }).map(({ reason }) => reason)).toEqual(reasons);
});
