import { readFile } from "#server/documents/storage.ts";
import { env } from "#server/env.ts";
import { createOtrClient, type OtrClient } from "#server/otr/client.ts";
import { createInvoice } from "#server/otr/create-invoice.ts";
import { uploadDocument } from "#server/otr/upload-document.ts";
import { type Cast, subsidiaryOf } from "../cast.ts";
import type { BatchInvoicePlan, BatchPlan } from "../plan/plan-types.ts";
import type { PapersByLoad } from "../write/write-loads.ts";
import { createBodyOf } from "./create-body.ts";
import type { OtrEcho } from "./otr-desk.ts";
import type { Sandbox } from "./sandbox-control.ts";

/**
 * Brings a batch's invoices into the sandbox the way they would have come: created, document attached, status set.
 * What is there already from an earlier try is taken as it is. Throws an Error where the sandbox refuses one.
 */
export async function fileAtSandbox(
  cast: Cast,
  batch: BatchPlan,
  invoices: readonly BatchInvoicePlan[],
  papers: PapersByLoad,
  sandbox: Sandbox,
): Promise<OtrEcho[]> {
  const client = clientOf(cast, batch, sandbox);
  return Promise.all(
    invoices.map(async (invoice) => {
      const echo = await create(client, cast, invoice);
      await attach(client, cast, papers, { invoice, otrInvoicePkey: echo.otrInvoicePkey });
      const status = invoice.news ?? invoice.purchase.at(-1)?.code ?? 1;
      await sandbox.post("set-status", { pkey: echo.otrInvoicePkey, status });
      return echo;
    }),
  );
}

function clientOf(cast: Cast, batch: BatchPlan, sandbox: Sandbox): OtrClient {
  const { otr, name } = subsidiaryOf(cast, batch.subsidiary);
  if (!otr) throw new Error(`${name} has no OTR login`);
  const { OTR_SUBSCRIPTION_KEY: subscriptionKey } = env();
  return createOtrClient({ baseUrl: sandbox.baseUrl, subscriptionKey, credentials: otr });
}

async function create(client: OtrClient, cast: Cast, invoice: BatchInvoicePlan): Promise<OtrEcho> {
  const expected = { invoiceNo: invoice.invoice.number, poNumber: invoice.load.poNumber };
  const outcome = await createInvoice(client, createBodyOf(cast, invoice), expected);
  if (outcome.kind !== "created" && outcome.kind !== "already_exists") {
    throw new Error(`The OTR sandbox did not take invoice ${expected.invoiceNo}: ${outcome.kind}.`);
  }
  return { otrInvoicePkey: outcome.otrInvoicePkey, otrBrokerName: outcome.brokerName };
}

async function attach(
  client: OtrClient,
  cast: Cast,
  papers: PapersByLoad,
  { invoice, otrInvoicePkey }: { invoice: BatchInvoicePlan; otrInvoicePkey: number },
): Promise<void> {
  const packet = papers.get(invoice.load.id)?.find((paper) => paper.kind === "packet");
  if (!packet) throw new Error(`Invoice ${invoice.invoice.number} has no merged document.`);
  const outcome = await uploadDocument(client, {
    otrInvoicePkey,
    documentClass: "merged_packet",
    fileName: packet.fileName,
    bytes: await readFile(cast.scope, packet.sha256),
  });
  if (outcome.kind !== "stored") {
    throw new Error(
      `The OTR sandbox did not take the document of invoice ${invoice.invoice.number}: ${outcome.kind}.`,
    );
  }
}
