import { z } from "zod";
import { formatCount } from "#server/kernel/count.ts";
import { type BatchId, idSchema, type LoadId, type SyncRunId } from "#server/kernel/ids.ts";
import type { BlockerNotice } from "./rules/batch-blockers.ts";
import type { Ineligibility } from "./rules/eligibility.ts";
import type { FailureReason } from "./rules/failure-reasons.ts";
import type { SubmissionState } from "./rules/submission-state.ts";

/** The most invoices one batch takes. */
export const maxBatchSize = 5000;

export const submitBatchInput = z.object({
  subsidiaryId: idSchema("subsidiary"),
  loadIds: z
    .array(idSchema("load"))
    .min(1, "Select at least one load.")
    .max(maxBatchSize, `A batch takes at most ${formatCount(maxBatchSize)} loads. Select fewer.`),
  /** Made once by the page for one press of the button (a UUID): sent twice, it makes one batch. */
  requestKey: z.uuid(),
});

export type SubmitBatchInput = z.output<typeof submitBatchInput>;

/** A load that did not get into the batch, with the reason as a sentence. */
export type SkippedLoad = {
  loadId: LoadId;
  loadNumber: string | null;
  reason: Ineligibility | "not_found";
  sentence: string;
};

/** What came of pressing Submit Batch. */
export type SubmitBatchResult =
  | {
      kind: "submitted";
      batchId: BatchId;
      batchNumber: number;
      /** Invoices on their way to OTR. */
      submitted: number;
      /** Invoices of the batch that failed at once (R25). */
      failed: { loadId: LoadId; reason: FailureReason }[];
      skipped: SkippedLoad[];
    }
  | { kind: "blocked"; blockers: BlockerNotice[] }
  | { kind: "nothing_to_submit"; sentence: string; skipped: SkippedLoad[] };

export const batchInvoiceInput = z.object({ batchInvoiceId: idSchema("binv") });

export type BatchInvoiceInput = z.output<typeof batchInvoiceInput>;

/** What came of Retry or Check again: the state it goes on from, or why it doesn't. */
export type RetryInvoiceResult =
  | { kind: "retried"; state: SubmissionState }
  | { kind: "refused"; sentence: string; fix: { label: string; href: string } | null };

export const startSyncInput = z.object({ batchId: idSchema("batch") });

export type StartSyncInput = z.output<typeof startSyncInput>;

/** `alreadyRunning`: somebody's sync of this batch is under way; this is its id. */
export type StartSyncResult =
  | { kind: "started"; syncRunId: SyncRunId; alreadyRunning: boolean }
  | { kind: "refused"; blockers: BlockerNotice[] };
