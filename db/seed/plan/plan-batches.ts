import type { FailureReason } from "#server/factoring/rules/failure-reasons.ts";
import { purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import type { BatchRow } from "../data/batches.ts";
import type { CustomerPool } from "../data/load-groups.ts";
import { idAt } from "../id-at.ts";
import { type Ground, planLoad } from "./plan-load.ts";
import type { BatchInvoicePlan, BatchPlan, PurchaseStep } from "./plan-types.ts";

const COMPLETED_AFTER_DAYS = 35;

/** A failure's customers are those that really cause it. */
const FAILURE_POOLS: Readonly<Partial<Record<FailureReason, CustomerPool>>> = {
  mc_missing: "no_mc",
  broker_unknown: "unknown",
  broker_not_approved: "refused",
};

/** The batches of the past with their loads, oldest first. */
export function planBatches(ground: Ground, rows: readonly BatchRow[]): BatchPlan[] {
  return rows.map((row, index) => planBatch(ground, row, 101 + index));
}

function planBatch(ground: Ground, row: BatchRow, number: number): BatchPlan {
  const { calendar } = ground;
  const daysAgo = calendar.workday(row.daysAgo);
  // Two batches of one day keep the order of their numbers.
  const at = calendar.at(daysAgo, 14.5 + (number % 12) / 6);
  const codes = row.codes.flatMap(([code, count]) => Array.from({ length: count }, () => code));
  const accepted = codes.map((code) => planAccepted(ground, row, { daysAgo, at, code }));
  const failed = (row.failures ?? []).map((reason) => planFailed(ground, row, { daysAgo, at, reason }));
  tellNews(accepted, row.news ?? []);
  return {
    id: idAt("batch", at),
    number,
    subsidiary: row.subsidiary,
    daysAgo,
    at,
    by: row.by,
    invoices: [...accepted, ...failed],
  };
}

function planAccepted(
  ground: Ground,
  row: BatchRow,
  { daysAgo, at, code }: { daysAgo: number; at: Date; code: number },
): BatchInvoicePlan {
  const { random, calendar } = ground;
  const planned = sentInvoice(ground, row, { daysAgo, at, pool: "fundable" });
  const purchase = planPurchase(ground, daysAgo, code);
  const funded = purchase.find((step) => purchaseStatus(step.code).class === "funded");
  const { steps } = planned.load;
  steps.push({ status: "invoiced", at: secondsAfter(at, random.int(4, 90)) });
  if (funded) {
    steps.push({ status: "financed", at: secondsAfter(calendar.at(funded.daysAgo, 2), random.int(3, 60)) });
    const completedDay = funded.daysAgo - COMPLETED_AFTER_DAYS;
    if (completedDay > 0) steps.push({ status: "completed", at: calendar.at(completedDay, 11) });
  }
  return { ...planned, failure: null, purchase };
}

function planFailed(
  ground: Ground,
  row: BatchRow,
  { daysAgo, at, reason }: { daysAgo: number; at: Date; reason: FailureReason },
): BatchInvoicePlan {
  const pool = FAILURE_POOLS[reason] ?? "fundable";
  // A refused invoice waits longest: its load stands at the top of the queue.
  const waited = ground.random.int(9, 10);
  return { ...sentInvoice(ground, row, { daysAgo, at, pool, waited }), failure: reason };
}

function sentInvoice(
  ground: Ground,
  row: BatchRow,
  { daysAgo, at, pool, waited }: { daysAgo: number; at: Date; pool: CustomerPool; waited?: number },
): BatchInvoicePlan {
  const load = planLoad(ground, {
    subsidiary: row.subsidiary,
    status: "invoiced",
    pool,
    papers: "merged",
    delivered: daysAgo + (waited ?? ground.random.int(2, 6)),
    queued: daysAgo + ground.random.int(0, 1),
  });
  if (!load.invoice) throw new Error("a load that was sent has an invoice");
  return { id: idAt("binv", at), load, invoice: load.invoice, failure: null, purchase: [], news: null };
}

/** The nights in which OTR's status was first read, and in which it became what it is. */
function planPurchase({ random, calendar }: Ground, daysAgo: number, code: number): PurchaseStep[] {
  const first = daysAgo - 1;
  const settled = Math.max(lastNight(calendar), first - random.int(1, 3));
  if (code === 1 || settled >= first) return [{ daysAgo: first, code }];
  return [
    { daysAgo: first, code: 1 },
    { daysAgo: settled, code },
  ];
}

/** The last night whose sync has run: today's from a while after two o'clock on. */
export function lastNight(calendar: Ground["calendar"]): number {
  return calendar.at(0, 2.25) <= calendar.now ? 0 : 1;
}

function tellNews(invoices: BatchInvoicePlan[], news: NonNullable<BatchRow["news"]>): void {
  const pending = invoices.filter(({ purchase }) => purchase.at(-1)?.code === 1);
  const codes = news.flatMap(([code, count]) => Array.from({ length: count }, () => code));
  for (const [index, code] of codes.entries()) {
    const invoice = pending[index];
    if (invoice) invoice.news = code;
  }
}

function secondsAfter(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}
