import type { Cast } from "../cast.ts";
import type { BatchInvoicePlan, BatchPlan } from "../plan/plan-types.ts";
import type { PapersByLoad } from "../write/write-loads.ts";
import { createBodyOf } from "./create-body.ts";
import { fileAtSandbox } from "./file-at-sandbox.ts";
import type { Sandbox } from "./sandbox-control.ts";

/** What OTR answered to a create: its key and its name for the broker. */
export type OtrEcho = { otrInvoicePkey: number; otrBrokerName: string | null };

/** The exact body that was sent, and OTR's answer; none where the invoice failed before or at OTR. */
export type SentInvoice = { createBody: string | null; echo: OtrEcho | null };

const FIRST_INVENTED_PKEY = 31_204_118;

/**
 * The answers of OTR to the past batches. Where OTR is the sandbox, it really gets the invoices, documents and
 * statuses, so that a sync finds them there; anywhere else nothing is sent and keys are invented.
 */
export async function sendPast(
  cast: Cast,
  batches: readonly BatchPlan[],
  papers: PapersByLoad,
  sandbox: Sandbox | undefined,
): Promise<Map<BatchInvoicePlan, SentInvoice>> {
  const sent = new Map<BatchInvoicePlan, SentInvoice>();
  for (const batch of batches) {
    const accepted = batch.invoices.filter((invoice) => invoice.failure === null);
    const answers = sandbox
      ? await fileAtSandbox(cast, batch, accepted, papers, sandbox)
      : accepted.map((invoice, index) => inventEcho(invoice, sent.size + index));
    for (const [index, invoice] of accepted.entries()) {
      sent.set(invoice, { createBody: createBodyOf(cast, invoice), echo: answers[index] ?? null });
    }
    for (const invoice of batch.invoices.filter(({ failure }) => failure !== null)) {
      const { mcNumber } = invoice.load.customer;
      sent.set(invoice, { createBody: mcNumber ? createBodyOf(cast, invoice) : null, echo: null });
    }
  }
  return sent;
}

function inventEcho({ load }: BatchInvoicePlan, index: number): OtrEcho {
  return {
    otrInvoicePkey: FIRST_INVENTED_PKEY + index * 7,
    otrBrokerName: load.customer.name.toUpperCase(),
  };
}
