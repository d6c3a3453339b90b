import type { BatchCandidate } from "#db/queries/batch-candidates.ts";
import type { LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import { type EligibilityFacts, ineligibilities, type LiveSubmission } from "./rules/eligibility.ts";
import type { SkippedLoad, SubmitBatchResult } from "./schemas.ts";

/** A load that may go, with everything that is sent of it. */
export type SubmittableLoad = BatchCandidate & {
  invoiceId: NonNullable<BatchCandidate["invoiceId"]>;
  invoiceNumber: string;
  invoiceDate: string;
  amountCents: number;
  documentId: NonNullable<BatchCandidate["documentId"]>;
  documentSha256: string;
};

/** Parts the loads of a request into those that may go and those that may not, with the first reason of each. */
export function selectSubmittable(
  loadIds: LoadId[],
  candidates: BatchCandidate[],
  subsidiaryId: SubsidiaryId,
): { submittable: SubmittableLoad[]; skipped: SkippedLoad[] } {
  const known = new Map(
    candidates.filter((load) => load.subsidiaryId === subsidiaryId).map((load) => [load.loadId, load]),
  );
  const submittable: SubmittableLoad[] = [];
  const skipped: SkippedLoad[] = [];
  for (const loadId of loadIds) {
    const load = known.get(loadId);
    const refusal = load ? firstRefusal(load) : notFound(loadId);
    if (refusal) skipped.push(refusal);
    else if (load && isComplete(load)) submittable.push(load);
  }
  return { submittable, skipped };
}

/** The answer where no load of the request may go. */
export function nothingToSubmit(skipped: SkippedLoad[]): SubmitBatchResult {
  const [first] = skipped;
  const allSubmitted = skipped.every(({ reason }) => reason === "live_submission");
  if (!first || skipped.length === 1) {
    return { kind: "nothing_to_submit", sentence: first?.sentence ?? "No load was selected.", skipped };
  }
  const sentence = allSubmitted
    ? `All ${skipped.length} loads are already submitted. ${first.sentence}`
    : `None of the ${skipped.length} loads can be submitted. The first: ${first.sentence}`;
  return { kind: "nothing_to_submit", sentence, skipped };
}

/** The facts of the eligibility rule from what the database tells of a load. */
export function eligibilityFacts(load: BatchCandidate): EligibilityFacts {
  return { ...load, hasPacket: load.documentId !== null, live: liveSubmission(load) };
}

function liveSubmission({ live }: BatchCandidate): LiveSubmission | null {
  return (
    live && {
      batchId: live.batchId,
      batchNumber: live.batchNumber,
      submittedByName: live.by ?? "somebody in your company",
      failedAtOtr: live.state === "failed",
    }
  );
}

function firstRefusal(load: BatchCandidate): SkippedLoad | undefined {
  const reasons = ineligibilities(eligibilityFacts(load));
  // What became of the load tells more than the status that followed from it.
  const told = reasons.find(({ reason }) => reason === "live_submission") ?? reasons[0];
  if (!told) return undefined;
  const { reason, sentence } = told;
  return { loadId: load.loadId, loadNumber: load.loadNumber, reason, sentence };
}

/** True when nothing that is sent of a load is missing. */
export function isComplete(load: BatchCandidate): load is SubmittableLoad {
  return load.invoiceId !== null && load.documentId !== null;
}

function notFound(loadId: LoadId): SkippedLoad {
  const sentence = "This load does not exist in the chosen subsidiary. Reload the page.";
  return { loadId, loadNumber: null, reason: "not_found", sentence };
}
