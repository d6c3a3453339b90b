import { findBatches } from "#server/factoring/find-batches.ts";
import { hasNotReady } from "#server/factoring/has-not-ready.ts";
import { listBatchProgress } from "#server/factoring/list-batch-progress.ts";
import { listBlockers } from "#server/factoring/list-blockers.ts";
import { listNeedsYou } from "#server/factoring/list-needs-you.ts";
import { listNotReady } from "#server/factoring/list-not-ready.ts";
import { listQueue } from "#server/factoring/list-queue.ts";
import { listQueueSelection } from "#server/factoring/list-queue-selection.ts";
import { listRunningBatches } from "#server/factoring/list-running-batches.ts";
import {
  batchInput,
  findBatchesInput,
  needsYouInput,
  queueInput,
  queueViewInput,
  subsidiaryInput,
} from "#server/factoring/queue-schemas.ts";
import { retryInvoice } from "#server/factoring/retry-invoice.ts";
import { batchInvoiceInput, submitBatchInput } from "#server/factoring/schemas.ts";
import { submitBatch } from "#server/factoring/submit-batch.ts";
import { totalQueue } from "#server/factoring/total-queue.ts";
import { billingProcedure, router } from "../init.ts";

/** Accounting > Factoring Upload: what can go, what can't and why, and what is on its way (R22–R28). */
export const factoringRouter = router({
  queue: billingProcedure.input(queueInput).query(({ ctx, input }) => listQueue(ctx.actor, input)),
  queueSelection: billingProcedure
    .input(queueViewInput)
    .query(({ ctx, input }) => listQueueSelection(ctx.actor, input)),
  queueTotal: billingProcedure.input(queueViewInput).query(({ ctx, input }) => totalQueue(ctx.actor, input)),
  hasNotReady: billingProcedure
    .input(subsidiaryInput)
    .query(({ ctx, input }) => hasNotReady(ctx.actor, input)),
  notReady: billingProcedure.input(subsidiaryInput).query(({ ctx, input }) => listNotReady(ctx.actor, input)),
  needsYou: billingProcedure.input(needsYouInput).query(({ ctx, input }) => listNeedsYou(ctx.actor, input)),
  blockers: billingProcedure.input(subsidiaryInput).query(({ ctx, input }) => listBlockers(ctx.actor, input)),
  runningBatches: billingProcedure
    .input(subsidiaryInput)
    .query(({ ctx, input }) => listRunningBatches(ctx.actor, input)),
  batchProgress: billingProcedure
    .input(batchInput)
    .query(({ ctx, input }) => listBatchProgress(ctx.actor, input)),
  findBatches: billingProcedure
    .input(findBatchesInput)
    .query(({ ctx, input }) => findBatches(ctx.actor, input)),
  submitBatch: billingProcedure
    .input(submitBatchInput)
    .mutation(({ ctx, input }) => submitBatch(ctx.actor, input)),
  retryInvoice: billingProcedure
    .input(batchInvoiceInput)
    .mutation(({ ctx, input }) => retryInvoice(ctx.actor, input)),
});
