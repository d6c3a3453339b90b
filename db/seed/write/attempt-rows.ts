import type { submissionAttempts } from "#db/schema/index.ts";
import { sha256Of } from "#server/documents/storage.ts";
import type { FailureReason } from "#server/factoring/rules/failure-reasons.ts";
import type { Cast } from "../cast.ts";
import { idAt } from "../id-at.ts";
import type { BatchInvoicePlan, BatchPlan } from "../plan/plan-types.ts";
import type { PastBatches } from "./past-batches.ts";

type Attempt = typeof submissionAttempts.$inferInsert;
type Call = Pick<Attempt, "step" | "requestSha256" | "outcome" | "httpStatus" | "otrText" | "durationMs">;

const CREATE_MS = 640;
const ATTACH_MS = 910;

/** What OTR answers to a create it refuses. */
const REFUSALS: Readonly<Partial<Record<FailureReason, { httpStatus: number; otrText: string | null }>>> = {
  broker_unknown: { httpStatus: 204, otrText: null },
  broker_not_approved: { httpStatus: 402, otrText: "not approved" },
};

/** The calls that were made for an invoice: create and attach, or the create that was refused. */
export function attemptRows(
  cast: Cast,
  batch: BatchPlan,
  plan: BatchInvoicePlan,
  past: PastBatches,
): Attempt[] {
  let at = plan.load.steps.find((step) => step.status === "invoiced")?.at.getTime() ?? batch.at.getTime();
  at -= CREATE_MS + ATTACH_MS;
  return callsOf(plan, past).map((call) => {
    const startedAt = new Date(Math.max(at, batch.at.getTime()));
    const finishedAt = new Date(startedAt.getTime() + (call.durationMs ?? 0));
    at = finishedAt.getTime();
    return {
      ...call,
      companyId: cast.scope.companyId,
      id: idAt("attempt", startedAt),
      batchInvoiceId: plan.id,
      startedAt,
      finishedAt,
    };
  });
}

function callsOf(plan: BatchInvoicePlan, { sent, papers }: PastBatches): Call[] {
  const body = sent.get(plan)?.createBody;
  if (!body) return [];
  const create = {
    step: "create",
    requestSha256: sha256Of(Buffer.from(body)),
    durationMs: CREATE_MS,
  } as const;
  if (plan.failure) {
    const { httpStatus, otrText } = REFUSALS[plan.failure] ?? { httpStatus: 400, otrText: null };
    return [{ ...create, outcome: plan.failure, httpStatus, otrText }];
  }
  const packet = papers.get(plan.load.id)?.find((paper) => paper.kind === "packet");
  return [
    { ...create, outcome: "created", httpStatus: 201, otrText: null },
    {
      step: "attach",
      requestSha256: packet?.sha256 ?? null,
      outcome: "stored",
      httpStatus: 200,
      otrText: null,
      durationMs: ATTACH_MS,
    },
  ];
}
