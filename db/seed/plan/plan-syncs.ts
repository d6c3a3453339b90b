import { judgeReading, type Verdict, verdictOf } from "#server/factoring/rules/purchase-reading.ts";
import { isPurchaseOpen, purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import { countVerdicts } from "#server/factoring/rules/sync-counts.ts";
import type { Calendar } from "../calendar.ts";
import { idAt } from "../id-at.ts";
import { lastNight } from "./plan-batches.ts";
import type { BatchInvoicePlan, BatchPlan, SyncRunPlan } from "./plan-types.ts";

/** The night of a run, and the run a person started. */
type Asked = { daysAgo: number; at: Date; batch: BatchPlan | null };

/** Every nightly sync since the first batch, and one that a person started yesterday for the batch before last. */
export function planSyncs(calendar: Calendar, batches: readonly BatchPlan[]): SyncRunPlan[] {
  const oldest = Math.max(0, ...batches.map((batch) => batch.daysAgo));
  const runs: SyncRunPlan[] = [];
  for (let daysAgo = oldest - 1; daysAgo >= lastNight(calendar); daysAgo--) {
    runs.push(planRun(batches, { daysAgo, at: calendar.at(daysAgo, 2), batch: null }));
    const asked = batches.at(-3);
    if (daysAgo === 1 && asked) {
      runs.push(planRun([asked], { daysAgo, at: calendar.at(1, 16.2), batch: asked }));
    }
  }
  return runs;
}

/** The last run that asked OTR about an invoice; undefined when none has. */
export function lastRunFor(
  invoice: BatchInvoicePlan,
  batch: BatchPlan,
  runs: readonly SyncRunPlan[],
): SyncRunPlan | undefined {
  return runs.findLast((run) => concerns(run, batch) && isAsked(invoice, batch, run.daysAgo));
}

/** The night's run that saw a status. */
export function runOf(daysAgo: number, runs: readonly SyncRunPlan[]): SyncRunPlan {
  const run = runs.find((candidate) => candidate.batch === null && candidate.daysAgo === daysAgo);
  if (!run) throw new Error(`no sync ran ${daysAgo} days ago`);
  return run;
}

function planRun(batches: readonly BatchPlan[], { daysAgo, at, batch }: Asked): SyncRunPlan {
  const asked = batches.flatMap((candidate) =>
    candidate.invoices.filter((invoice) => isAsked(invoice, candidate, daysAgo)),
  );
  const verdicts = asked.map((invoice) => verdictOn(invoice, daysAgo, batch !== null));
  const finishedAt = new Date(at.getTime() + 400 + asked.length * 90);
  return { id: idAt("sync", at), daysAgo, batch, at, finishedAt, ...countVerdicts(verdicts) };
}

function concerns(run: SyncRunPlan, batch: BatchPlan): boolean {
  return run.batch === null || run.batch === batch;
}

/** True when an invoice was at OTR and open that night: not yet funded or final in the nights before (R31). */
function isAsked(invoice: BatchInvoicePlan, batch: BatchPlan, daysAgo: number): boolean {
  if (invoice.failure !== null || batch.daysAgo <= daysAgo) return false;
  const before = invoice.purchase.findLast((step) => step.daysAgo > daysAgo);
  return before === undefined || isPurchaseOpen(purchaseStatus(before.code).class);
}

/** What reading an invoice came to that night; `later` is a reading after the night's. */
function verdictOn({ purchase, load }: BatchInvoicePlan, daysAgo: number, later: boolean): Verdict {
  const seen = purchase.filter((step) => step.daysAgo >= daysAgo);
  const current = seen.at(-1)?.code ?? 1;
  const known = later ? current : (seen.filter((step) => step.daysAgo > daysAgo).at(-1)?.code ?? null);
  const judgement = judgeReading(
    { purchaseCode: known, purchaseRaw: null, amountCents: load.totalCents },
    { code: current, raw: String(current), modifiedRaw: null, unitPriceCents: load.totalCents },
  );
  return verdictOf(judgement, {
    firstReading: known === null,
    loadFinanced: judgement.isFunded && judgement.statusChanged,
  });
}
