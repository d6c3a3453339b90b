import type { BatchInvoice } from "#db/queries/batch-invoices.ts";
import { env } from "#server/env.ts";
import { replayWait } from "../rules/replay-wait.ts";
import type { Progress } from "./submission-job.ts";

type Row = Pick<BatchInvoice, "state" | "needsReviewSince" | "nextTryAt" | "tries" | "stateChangedAt">;

/** Why nothing is to be done with an invoice now: it is through, waits for a person, or for its time. */
export function standstill(invoice: Row, now: Date): Progress | undefined {
  if (invoice.state === "accepted" || invoice.state === "failed")
    return { next: "end", state: invoice.state };
  if (invoice.needsReviewSince) return { next: "end", state: "review" };
  const waitMs = (invoice.nextTryAt?.getTime() ?? 0) - now.getTime();
  return waitMs > 0 ? { next: "wait", seconds: Math.ceil(waitMs / 1000) } : undefined;
}

/**
 * What a create that was cut off leaves behind: nobody knows its outcome, and OTR may still be at work on it, so
 * the replay waits, counted from when it was sent.
 */
export function interruptedChange(invoice: Row) {
  const tries = invoice.tries + 1;
  const seconds = replayWait(tries, env().OTR_REPLAY_SECONDS) ?? 0;
  return {
    state: "unknown",
    tries,
    nextTryAt: new Date(invoice.stateChangedAt.getTime() + seconds * 1000),
  } as const;
}
