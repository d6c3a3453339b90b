import type { BatchInvoiceId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** One invoice to be brought to OTR. A run whose `round` is no longer the row's has been superseded. */
export type SubmissionJob = { scope: CompanyScope; batchInvoiceId: BatchInvoiceId; round: number };

/** What is to happen next with an invoice; ids, words and seconds only, since it is kept as a step's result. */
export type Progress =
  | { next: "confirm" | "attach" | "accept" }
  | { next: "wait"; seconds: number }
  | { next: "end"; state: "accepted" | "failed" | "review" | "superseded" };
