import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { submissionAttempts } from "#db/schema/index.ts";
import type { SubmissionStep } from "#server/factoring/rules/submission-state.ts";
import { type AttemptId, type BatchInvoiceId, newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type NewAttempt = {
  batchInvoiceId: BatchInvoiceId;
  step: SubmissionStep;
  requestSha256: string | null;
  startedAt: Date;
};

/** Writes that a call is about to be made; its transaction must commit before the call. */
export async function insertAttempt(tx: Tx, scope: CompanyScope, attempt: NewAttempt): Promise<AttemptId> {
  const id = newId("attempt");
  await tx.insert(submissionAttempts).values({ ...attempt, companyId: scope.companyId, id });
  return id;
}

type AttemptResult = {
  finishedAt: Date;
  outcome: string;
  httpStatus: number | null;
  otrRequestId: string | null;
  otrText: string | null;
  durationMs: number | null;
};

/** Completes an attempt with what came back. An attempt without this was cut off: nobody knows its outcome. */
export async function updateAttemptFinished(
  tx: Tx,
  scope: CompanyScope,
  id: AttemptId,
  result: AttemptResult,
): Promise<void> {
  await tx
    .update(submissionAttempts)
    .set(result)
    .where(and(eq(submissionAttempts.companyId, scope.companyId), eq(submissionAttempts.id, id)));
}
