import type { LoadId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { RunningBatch, Submitted } from "./dto.ts";
import type { Chosen } from "./use-queue-selection.ts";

/** The chosen loads that are in the batch: those that went out and those that failed at once. */
export function loadsOfBatch(chosen: ReadonlyMap<LoadId, Chosen>, { failed, skipped }: Submitted) {
  const leftOut = new Set(skipped.map(({ loadId }) => loadId));
  const failedAtOnce = new Set(failed.map(({ loadId }) => loadId));
  const batched = [...chosen.keys()].filter((id) => !leftOut.has(id));
  return { batched, gone: new Set(batched.filter((id) => !failedAtOnce.has(id))) };
}

/** The batch as it stands the moment it was made, from the answer alone; the rows take over at the next look. */
export function freshBatch(chosen: ReadonlyMap<LoadId, Chosen>, result: Submitted, now: Date): RunningBatch {
  const { batched } = loadsOfBatch(chosen, result);
  return {
    id: result.batchId,
    number: result.batchNumber,
    submittedAt: now.toISOString(),
    submittedByName: null,
    invoiceCount: result.submitted + result.failed.length,
    totalCents: sumCents(batched.map((id) => chosen.get(id)?.cents ?? 0)),
    waiting: result.submitted,
    created: 0,
    attached: 0,
    accepted: 0,
    checking: 0,
    failed: result.failed.length,
    running: result.submitted > 0,
  };
}
