import { inngest } from "#inngest/client.ts";
import { batchSubmitted, invoiceQueued } from "#inngest/events.ts";
import { nextPendingInvoices, type PendingPage } from "#server/factoring/next-pending-invoices.ts";
import type { BatchId, BatchInvoiceId, CompanyId } from "#server/kernel/ids.ts";
import { scopeOf } from "./company-scope.ts";
import { type Steps, stepsOver } from "./steps.ts";

/** Sends every invoice of a committed batch on its way, each as a run of its own. */
export const buildSubmitBatch = () =>
  inngest.createFunction({ id: "submit-batch", triggers: batchSubmitted, retries: 10 }, ({ event, step }) =>
    fanOutBatch(event.data, stepsOver(step)),
  );

/**
 * Pages through the batch's pending invoices and queues each under an id of its own: a page sent twice starts no
 * second run.
 */
export async function fanOutBatch(
  { companyId, batchId }: { companyId: CompanyId; batchId: BatchId },
  steps: Steps,
  nextPage: typeof nextPendingInvoices = nextPendingInvoices,
): Promise<{ invoices: number }> {
  const scope = scopeOf({ companyId });
  let after: BatchInvoiceId | null = null;
  let invoices = 0;
  do {
    const from: BatchInvoiceId | null = after;
    const page: PendingPage = await steps.run(`list after ${from ?? "start"}`, () =>
      nextPage(scope, batchId, from),
    );
    if (page.invoices.length === 0) break;
    const events = page.invoices.map((invoice) => ({
      id: `submit:${invoice.batchInvoiceId}:${invoice.round}`,
      name: invoiceQueued.name,
      data: { companyId, ...invoice },
    }));
    await steps.sendEvents(`queue after ${from ?? "start"}`, events);
    invoices += page.invoices.length;
    after = page.next;
  } while (after);
  return { invoices };
}
