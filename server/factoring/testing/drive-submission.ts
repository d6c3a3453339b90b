import type { BatchInvoiceId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { advanceSubmission } from "../submission/advance-submission.ts";
import type { Progress } from "../submission/submission-job.ts";

/** A clock that tests move by hand. */
export function aClock(start = new Date("2026-11-24T15:00:00Z")) {
  let now = start.getTime();
  return {
    read: () => new Date(now),
    advance: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

const tooMany = 50;

/**
 * Runs an invoice to its end as the background does, jumping over the waits; returns every progress on the way.
 */
export async function driveSubmission(
  scope: CompanyScope,
  batchInvoiceId: BatchInvoiceId,
  { round = 1, clock = aClock(new Date()) } = {},
): Promise<Progress[]> {
  const seen: Progress[] = [];
  while (seen.length < tooMany) {
    const progress = await advanceSubmission({ scope, batchInvoiceId, round }, clock.read);
    seen.push(progress);
    if (progress.next === "end") return seen;
    if (progress.next === "wait") clock.advance(progress.seconds);
  }
  throw new Error("the submission did not come to an end");
}
