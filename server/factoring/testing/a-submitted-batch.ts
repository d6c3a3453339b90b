import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { type BatchId, type BatchInvoiceId, idFromUuid, idToUuid } from "#server/kernel/ids.ts";
import { submitBatch } from "../submit-batch.ts";

export type SubmittedDesk = FactoringDesk & {
  batchId: BatchId;
  /** The first invoice. */
  invoiceId: BatchInvoiceId;
  invoiceIds: BatchInvoiceId[];
};

/** A desk whose queued loads have all been submitted as one batch, in the order of `loads`. */
export async function aSubmittedBatch(owner: Sql, { loads = 1 } = {}): Promise<SubmittedDesk> {
  return submitAll(owner, await aFactoringDesk({ loads }));
}

/** Submits all loads of a desk. */
export async function submitAll(owner: Sql, desk: FactoringDesk): Promise<SubmittedDesk> {
  const loadIds = desk.loads.map(({ loadId }) => loadId);
  const result = await submitBatch(desk.biller, {
    subsidiaryId: desk.subsidiaryId,
    loadIds,
    requestKey: randomUUID(),
  });
  if (result.kind !== "submitted") throw new Error(`not submitted: ${JSON.stringify(result)}`);
  const rows = await owner<{ id: string; load_id: string }[]>`
    select id, load_id from batch_invoices where batch_id = ${idToUuid("batch", result.batchId)}`;
  const byLoad = new Map(rows.map((row) => [idFromUuid("load", row.load_id), idFromUuid("binv", row.id)]));
  const invoiceIds = loadIds.flatMap((loadId) => byLoad.get(loadId) ?? []);
  const [invoiceId] = invoiceIds;
  if (!invoiceId) throw new Error("the batch is empty");
  return { ...desk, batchId: result.batchId, invoiceId, invoiceIds };
}

/** An invoice's row, its load's status and its attempts, as the database has them. */
export async function readInvoiceRow(owner: Sql, id: BatchInvoiceId) {
  const uuid = idToUuid("binv", id);
  const [row] = await owner`
    select b.*, b.otr_invoice_pkey::int as pkey, l.status as load_status
    from batch_invoices b join loads l on l.company_id = b.company_id and l.id = b.load_id where b.id = ${uuid}`;
  if (!row) throw new Error("no such invoice");
  const attempts = await owner<{ step: string; outcome: string | null }[]>`
    select step, outcome from submission_attempts where batch_invoice_id = ${uuid} order by id`;
  return { row, attempts: attempts.map(({ step, outcome }) => `${step} ${outcome}`) };
}
