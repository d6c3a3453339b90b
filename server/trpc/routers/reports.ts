import { startSyncInput } from "#server/factoring/schemas.ts";
import { startSync } from "#server/factoring/start-sync.ts";
import { getBatch } from "#server/reports/get-batch.ts";
import { getInvoiceHistory } from "#server/reports/get-invoice-history.ts";
import { getOverview } from "#server/reports/get-overview.ts";
import { listBatchInvoices } from "#server/reports/list-batch-invoices.ts";
import { listBatches } from "#server/reports/list-batches.ts";
import {
  batchIdSchema,
  invoiceHistorySchema,
  listBatchesSchema,
  listBatchInvoicesSchema,
} from "#server/reports/schemas.ts";
import { billingProcedure, router } from "../init.ts";

/** Reports > Factoring (R29–R32). */
export const reportsRouter = router({
  overview: billingProcedure.query(({ ctx }) => getOverview(ctx.actor)),
  listBatches: billingProcedure
    .input(listBatchesSchema)
    .query(({ ctx, input }) => listBatches(ctx.actor, input)),
  getBatch: billingProcedure.input(batchIdSchema).query(({ ctx, input }) => getBatch(ctx.actor, input)),
  listBatchInvoices: billingProcedure
    .input(listBatchInvoicesSchema)
    .query(({ ctx, input }) => listBatchInvoices(ctx.actor, input)),
  getInvoiceHistory: billingProcedure
    .input(invoiceHistorySchema)
    .query(({ ctx, input }) => getInvoiceHistory(ctx.actor, input)),
  startSync: billingProcedure.input(startSyncInput).mutation(({ ctx, input }) => startSync(ctx.actor, input)),
});
