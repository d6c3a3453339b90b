import { inCompany } from "#db/client.ts";
import { listBatchProgress as listRows } from "#db/queries/factoring-progress.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import { failureNotice } from "./rules/failure-notice.ts";

const LIMIT = 200;

type ProgressRow = Awaited<ReturnType<typeof listRows>>[number];

/** Where each invoice of a batch stands, those in trouble first with why and how to mend it; at most 200 (R26). */
export async function listBatchProgress(actor: Actor, input: { batchId: BatchId }) {
  const rows = await inCompany(actor.scope, (tx) => listRows(tx, actor.scope, input.batchId, LIMIT));
  return rows.map((row) => ({
    id: row.batchInvoiceId,
    load: row.loadNumber,
    customer: row.customerName,
    cents: row.amountCents,
    state: row.state,
    trouble: troubleOf(row, actor),
  }));
}

function troubleOf(row: ProgressRow, reader: Actor) {
  if (row.state !== "failed" && row.needsReviewSince === null) return null;
  const facts = { ...row, detail: row.failureDetail, atOtr: row.otrInvoicePkey !== null };
  return failureNotice(row.failureReason ?? "answer_lost", facts, reader);
}
