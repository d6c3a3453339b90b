import type { SentInvoice } from "../otr/otr-desk.ts";
import type { BatchInvoicePlan, BatchPlan, SyncRunPlan } from "../plan/plan-types.ts";
import type { PapersByLoad } from "./write-loads.ts";

/** The batches of the past with all that is known of them. */
export type PastBatches = {
  batches: readonly BatchPlan[];
  runs: readonly SyncRunPlan[];
  sent: ReadonlyMap<BatchInvoicePlan, SentInvoice>;
  papers: PapersByLoad;
};
