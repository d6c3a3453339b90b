import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import type { QueuePage, Submitted } from "./dto.ts";
import { freshBatch, loadsOfBatch } from "./fresh-batch.ts";
import { leaveQueue, leaveTotal } from "./leave-queue.ts";

const [sent, failed, skipped, other] = [newId("load"), newId("load"), newId("load"), newId("load")];

const chosen = new Map([
  [sent, { cents: 100_001 }],
  [failed, { cents: 20_002, lacksMc: { load: "60418", customer: "Cinder Hill Freight LLC" } }],
  [skipped, { cents: 3_003 }],
]);

const result: Submitted = {
  kind: "submitted",
  batchId: newId("batch"),
  batchNumber: 7,
  submitted: 1,
  failed: [{ loadId: failed, reason: "mc_missing" }],
  skipped: [
    { loadId: skipped, loadNumber: "60419", reason: "live_submission", sentence: "Already submitted." },
  ],
};

test("the batch counts what is in it, failed at once or not, and nothing that was left out", () => {
  expect(freshBatch(chosen, result, new Date("2026-11-23T20:05:00Z"))).toMatchObject({
    number: 7,
    invoiceCount: 2,
    totalCents: 120_003,
    waiting: 1,
    failed: 1,
    running: true,
  });
});

test("only what is on its way leaves the list and its total", () => {
  const { gone } = loadsOfBatch(chosen, result);
  const pages = [page([sent, failed]), page([skipped, other])];
  const after = leaveQueue({ pages, pageParams: [null, null] }, gone);
  expect(after?.pages.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[failed], [skipped, other]]);
  const total = leaveTotal({ count: 4, totalCents: 400_004 }, chosen, gone);
  expect(total).toEqual({ count: 3, totalCents: 300_003 });
});

function page(ids: (typeof sent)[]): QueuePage {
  const rows = ids.map((id) => ({
    id,
    load: "60417",
    invoice: "60417",
    customer: newId("customer"),
    po: "PLL60417",
    from: "Joliet, IL",
    to: "Toledo, OH",
    delivered: null,
    invoiced: "2026-10-12",
    cents: 100_001,
    packet: newId("document"),
    pages: 3,
    age: null,
    failedBefore: false,
  }));
  return { rows, customers: {}, next: null };
}
