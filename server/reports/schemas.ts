import { z } from "zod";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import type { SubmissionState, SubmissionStep } from "#server/factoring/rules/submission-state.ts";
import type { SyncCounts } from "#server/factoring/rules/sync-counts.ts";
import {
  type BatchId,
  type BatchInvoiceId,
  type CustomerId,
  type DocumentId,
  idSchema,
  type LoadId,
  type SubsidiaryId,
} from "#server/kernel/ids.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { INVOICE_FILTERS, type InvoiceFilter } from "./rules/invoice-filter.ts";
import type { InvoiceNote } from "./rules/invoice-note.ts";
import type { NightlyVerdict } from "./rules/nightly-verdict.ts";

const search = z.string().trim().max(80).nullish();

/** Which batches a person wants to see. Dates are calendar days in the company's zone, both included. */
export const batchFilterSchema = z.object({
  subsidiaryId: idSchema("subsidiary").nullish(),
  /** A batch number, or the beginning of a load, invoice or PO number. */
  search,
  from: z.iso.date().nullish(),
  to: z.iso.date().nullish(),
  needsYou: z.boolean().nullish(),
});

export type BatchFilter = z.output<typeof batchFilterSchema>;

/** A page of batches, newest first; the cursor is the last batch number of the page before. */
export const listBatchesSchema = batchFilterSchema.extend({ cursor: z.number().int().nullish() });

export const batchIdSchema = z.object({ batchId: idSchema("batch") });

/** Where a page of invoices ends: those that need a person come first, then by id. */
const invoiceCursorSchema = z.object({ rank: z.number().int(), id: idSchema("binv") });

export type InvoiceCursor = z.output<typeof invoiceCursorSchema>;

export const listBatchInvoicesSchema = batchIdSchema.extend({
  filter: z.enum(INVOICE_FILTERS).default("all"),
  search,
  cursor: invoiceCursorSchema.nullish(),
});

export const invoiceHistorySchema = z.object({ batchInvoiceId: idSchema("binv") });

/** Who asked OTR, and when. `byName` is null for the nightly sync. Instants are ISO strings. */
export type Checked = { at: string; trigger: "nightly" | "manual"; byName: string | null };

/** Counts of a batch's invoices. One invoice can count in several. */
export type BatchCounts = {
  accepted: number;
  failed: number;
  underway: number;
  financed: number;
  /** OTR is still asked about these. */
  open: number;
  needsYou: number;
  financedCents: number;
};

export type BatchRow = BatchCounts & {
  id: BatchId;
  number: number;
  subsidiaryName: string;
  submittedAt: string;
  submittedByName: string;
  invoiceCount: number;
  totalCents: number;
  lastSync: Checked | null;
  syncing: boolean;
};

export type BatchPage = { rows: BatchRow[]; nextCursor: number | null };

/** The last sync that ended: a manual one with its counts, a nightly one with what it changed in this batch. */
export type LastSync = Checked & {
  counts: SyncCounts | null;
  changedHere: number;
  /** What kept the sync from asking about everything, in words. */
  troubles: string[];
};

export type BatchDetail = BatchRow & {
  usdotNumber: string;
  lastResult: LastSync | null;
  /** The run underway for this batch, if any. */
  running: { startedAt: string; byName: string | null } | null;
  filterCounts: Record<InvoiceFilter, number>;
};

export type InvoiceRow = {
  id: BatchInvoiceId;
  loadId: LoadId;
  loadNumber: string;
  invoiceNumber: string;
  customerId: CustomerId;
  customerName: string;
  poNumber: string;
  mcNumber: string | null;
  amountCents: number;
  state: SubmissionState;
  stateChangedAt: string;
  loadStatus: LoadStatus;
  purchaseCode: number | null;
  /** What OTR sent where it is not a number. */
  purchaseRaw: string | null;
  needsReview: boolean;
  /** A person took it back from OTR. */
  withdrawn: boolean;
  needsYou: boolean;
  /** Why the invoice is not where it should be, in words. */
  note: InvoiceNote | null;
  /** The later batch in which the load went out again. */
  sentAgainIn: { batchId: BatchId; number: number } | null;
  checked: Checked | null;
  documentId: DocumentId;
  documentSha256: string;
};

/** An invoice in the list, with its broker's credit. */
export type ListedInvoice = InvoiceRow & { credit: CreditMark | null };

export type InvoicePage = { rows: ListedInvoice[]; nextCursor: InvoiceCursor | null };

export type AttemptEntry = {
  id: string;
  step: SubmissionStep;
  startedAt: string;
  durationMs: number | null;
  outcome: string | null;
  httpStatus: number | null;
  otrRequestId: string | null;
  otrText: string | null;
};

export type StatusChangeEntry = Checked & { id: string; fromCode: number | null; toCode: number | null };

export type InvoiceHistory = {
  invoice: InvoiceRow;
  attempts: AttemptEntry[];
  changes: StatusChangeEntry[];
};

export type NightlyRun = {
  nightOf: string;
  startedAt: string;
  finishedAt: string | null;
  counts: SyncCounts;
  troubles: { subsidiaryName: string; message: string }[];
};

/** What stands above the list of batches. */
export type ReportOverview = {
  subsidiaries: { id: SubsidiaryId; name: string }[];
  nightly: { verdict: NightlyVerdict; lastRun: NightlyRun | null };
  needsYou: { batches: number; invoices: number };
};
