import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import { LOAD_STATUS_LABELS, type LoadStatus } from "./load-status.ts";

/** What decides whether a load can be corrected. `submission` is its latest one, with whether it exists at OTR. */
export type CorrectionFacts = {
  status: LoadStatus;
  submission: { state: SubmissionState; isAtOtr: boolean } | null | undefined;
  /** The number of the invoice that counts now. */
  invoiceNumber: string | null;
};

/**
 * What can be corrected: everything; only what is still blank, where an invoice says the rest (`blanks`); or nothing
 * (`nothing`). The sentence says why and what to do.
 */
export type Correction =
  | { allows: "everything"; sentence: null }
  | { allows: "blanks"; sentence: string }
  | { allows: "nothing"; sentence: string };

const CLOSED: Partial<Record<LoadStatus, string>> = {
  invoiced:
    "OTR has the invoice of this load, so nothing on it changes. To correct it, revert the load to Released first: that takes the invoice back and voids it.",
  financed: "OTR has funded this load, so it can't be corrected any more.",
  completed: "This load is Completed, so it can't be corrected any more.",
  cancelled: "This load is Cancelled. Revert it to correct it.",
};

/**
 * What of a load can be corrected (R18). What went to OTR must stay what it was: a lost answer is resolved by
 * comparing number and PO (OTR §5.5). What an invoice says stays until that invoice is void.
 */
export function correctionOf({ status, submission, invoiceNumber }: CorrectionFacts): Correction {
  const closed = CLOSED[status];
  if (closed) return { allows: "nothing", sentence: closed };
  if (submission && (submission.state !== "failed" || submission.isAtOtr)) {
    return {
      allows: "nothing",
      sentence: "The invoice of this load is with OTR; it can't be corrected while it is.",
    };
  }
  if (invoiceNumber === null) return { allows: "everything", sentence: null };
  return {
    allows: "blanks",
    sentence: `Invoice ${invoiceNumber} says what stands here: what is blank can be filled in, and to change the rest, revert the load from ${LOAD_STATUS_LABELS[status]} first, which voids the invoice.`,
  };
}

/** The fields of a change that would make the load say something else than its invoice: they were not blank before. */
export function contradictedFields<Fields extends object>(before: Fields, after: Fields): (keyof Fields)[] {
  return keysOf(before).filter((name) => {
    const [was, is] = [before[name], after[name]];
    return was !== "" && was !== null && JSON.stringify(was) !== JSON.stringify(is);
  });
}

function keysOf<Fields extends object>(fields: Fields): (keyof Fields)[] {
  return Object.keys(fields) as (keyof Fields)[];
}
