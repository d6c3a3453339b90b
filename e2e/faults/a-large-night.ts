import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { manyQueuedLoads } from "#db/testing/a-queued-load.ts";
import type { Actor } from "#server/auth/actor.ts";
import { env } from "#server/env.ts";
import { maxBatchSize } from "#server/factoring/schemas.ts";
import { startNightlySync } from "#server/factoring/start-nightly-sync.ts";
import { submitBatch } from "#server/factoring/submit-batch.ts";
import {
  type CustomerId,
  idFromUuid,
  idToUuid,
  type SubsidiaryId,
  type SyncRunId,
} from "#server/kernel/ids.ts";
import { createOtrClient } from "#server/otr/client.ts";
import { createInvoice } from "#server/otr/create-invoice.ts";
import { createInvoiceBody } from "#server/otr/mapper.ts";

type Desk = { biller: Actor; subsidiaryId: SubsidiaryId; customerId: CustomerId };

/** Invoices of a subsidiary that OTR has and that are open there, in OTR's eyes with the keys that `keyOf` gives; returns their numbers. */
export async function openInvoices(
  owner: Sql,
  { biller, subsidiaryId, customerId }: Desk,
  count: number,
  keyOf: (invoiceNumber: string) => Promise<number>,
): Promise<string[]> {
  const loads = await manyQueuedLoads(biller.scope, subsidiaryId, customerId, count);
  for (let start = 0; start < count; start += maxBatchSize) {
    const loadIds = loads.slice(start, start + maxBatchSize).map(({ loadId }) => loadId);
    const result = await submitBatch(biller, { subsidiaryId, loadIds, requestKey: randomUUID() });
    if (result.kind !== "submitted") throw new Error(`not submitted: ${result.kind}`);
  }
  const numbers = loads.map(({ invoiceNumber }) => invoiceNumber);
  const keys = await inParallel(numbers, 20, keyOf);
  await owner`
    update batch_invoices b set state = 'accepted', accepted_at = now(), purchase_open = true, otr_invoice_pkey = k.pkey
    from unnest(${numbers}::text[], ${keys}::bigint[]) k(number, pkey)
    where b.company_id = ${idToUuid("company", biller.scope.companyId)} and b.invoice_number = k.number`;
  await owner`
    update loads set status = 'invoiced'
    where company_id = ${idToUuid("company", biller.scope.companyId)} and subsidiary_id = ${idToUuid("subsidiary", subsidiaryId)}`;
  return numbers;
}

/** Creates an invoice at the sandbox as the carrier with this login and USDOT number; returns OTR's key. */
export function invoiceMaker(credentials: { username: string; password: string }, usdotNumber: string) {
  const client = createOtrClient({
    baseUrl: env().OTR_BASE_URL,
    subscriptionKey: env().OTR_SUBSCRIPTION_KEY,
    credentials,
    config: { maxConcurrentCalls: 20 },
  });
  return async (invoiceNo: string): Promise<number> => {
    const poNumber = `PLL${invoiceNo}`;
    const body = createInvoiceBody({
      mcNumber: "412907",
      usdotNumber,
      invoiceNo,
      poNumber,
      amountCents: 185_000,
      invoiceDate: "2026-10-12",
      from: { city: "Joliet", state: "IL" },
      to: { city: "Toledo", state: "OH" },
      weightPounds: undefined,
      miles: undefined,
    });
    const outcome = await createInvoice(client, body, { invoiceNo, poNumber });
    if (outcome.kind !== "created") throw new Error(`the sandbox did not take ${invoiceNo}: ${outcome.kind}`);
    return outcome.otrInvoicePkey;
  };
}

/** Starts the company's nightly run of that day; returns its id. */
export async function aNight(owner: Sql, { scope }: Actor, nightOf: string): Promise<SyncRunId> {
  if (!(await startNightlySync(scope, nightOf))) throw new Error("the night was started before");
  const [run] = await owner<{ id: string }[]>`
    select id from sync_runs where company_id = ${idToUuid("company", scope.companyId)} and night_of = ${nightOf}`;
  if (!run) throw new Error("no run");
  return idFromUuid("sync", run.id);
}

async function inParallel<T, R>(items: T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
