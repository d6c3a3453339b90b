import { inngest } from "#inngest/client.ts";
import { invoiceQueued } from "#inngest/events.ts";
import { stopSubmission } from "#server/factoring/stop-submission.ts";
import { advanceSubmission } from "#server/factoring/submission/advance-submission.ts";
import type { Progress, SubmissionJob } from "#server/factoring/submission/submission-job.ts";
import type { BatchInvoiceId, CompanyId } from "#server/kernel/ids.ts";
import { scopeOf } from "./company-scope.ts";
import { type Steps, stepsOver } from "./steps.ts";

type Queued = { companyId: CompanyId; batchInvoiceId: BatchInvoiceId; round: number };

/**
 * Runs per call that a login may have under way: while one invoice is being written down, another one is at OTR.
 * The calls themselves are counted by the login's gate.
 */
const runsPerCall = 1.5;

/** Brings one invoice to OTR. `concurrency` is the calls at a time per OTR login. */
export const buildSubmitInvoice = ({ concurrency }: { concurrency: number }) =>
  inngest.createFunction(
    {
      id: "submit-invoice",
      triggers: invoiceQueued,
      concurrency: { limit: Math.ceil(concurrency * runsPerCall), key: "event.data.integrationId" },
      idempotency: 'event.data.batchInvoiceId + ":" + string(event.data.round)',
      retries: 10,
      onFailure: async ({ event, step }) => {
        const job = jobOf(invoiceQueued.schema.parse(event.data.event.data));
        await step.run("stop", () => stopSubmission(job));
      },
    },
    ({ event, step }) => bringToOtr(jobOf(event.data), stepsOver(step)),
  );

/** One step per call to OTR, each committed before the next; waits are durable. The invoice's row leads. */
export async function bringToOtr(
  job: SubmissionJob,
  steps: Steps,
  advance: (job: SubmissionJob) => Promise<Progress> = advanceSubmission,
): Promise<{ state: string }> {
  let label = "start";
  for (let turn = 1; ; turn += 1) {
    const progress = await steps.run(`${label} ${turn}`, () => advance(job));
    if (progress.next === "end") return { state: progress.state };
    if (progress.next === "wait") await steps.sleep(`wait ${turn}`, progress.seconds);
    label = progress.next === "wait" ? "again" : progress.next;
  }
}

function jobOf({ batchInvoiceId, round, ...company }: Queued): SubmissionJob {
  return { scope: scopeOf(company), batchInvoiceId, round };
}
