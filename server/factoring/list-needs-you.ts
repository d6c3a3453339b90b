import { inCompany } from "#db/client.ts";
import { listNeedsYou as listRows } from "#db/queries/factoring-exceptions.ts";
import type { Actor } from "#server/auth/actor.ts";
import { readCreditMarks } from "#server/credit-check/read-credit-marks.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { EXCEPTIONS_SHOWN } from "./rules/exceptions-shown.ts";
import { failureNotice } from "./rules/failure-notice.ts";

type NeedsYouInput = { subsidiaryId: SubsidiaryId; limit?: number };

/** The subsidiary's Queued loads whose last submission failed or stayed unresolved, with why and how to mend it (R28). */
export async function listNeedsYou(actor: Actor, { limit = EXCEPTIONS_SHOWN.most, ...input }: NeedsYouInput) {
  const { scope } = actor;
  const { rows, credit } = await inCompany(scope, async (tx) => {
    const found = await listRows(tx, scope, input.subsidiaryId, limit);
    return { rows: found, credit: await readCreditMarks(tx, scope, found) };
  });
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map((row) => {
      const facts = {
        ...row,
        ...input,
        detail: row.failureDetail,
        atOtr: row.otrInvoicePkey !== null,
      };
      return {
        id: row.batchInvoiceId,
        loadId: row.loadId,
        load: row.loadNumber,
        customer: row.customerName,
        credit: credit({ ...row, ...input }),
        cents: row.amountCents,
        batch: { id: row.batchId, number: row.batchNumber },
        at: row.stateChangedAt.toISOString(),
        ...failureNotice(row.failureReason ?? "answer_lost", facts, actor),
        /** Retry resumes at the failed step; a lost answer is asked for again, never sent anew. */
        action: row.state === "unknown" ? ("Check again" as const) : ("Retry" as const),
      };
    }),
  };
}
