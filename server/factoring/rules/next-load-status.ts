import type { LoadStatus } from "#server/loads/rules/load-status.ts";

/** What OTR tells about a load's invoice. */
export type FactoringEvent = "accepted" | "funded";

// Each event moves a load from exactly one status; from any other it moves nothing, so a late or repeated
// answer neither skips a step nor walks back (R17).
const MOVES = {
  accepted: { from: "queued", to: "invoiced" },
  funded: { from: "invoiced", to: "financed" },
} as const satisfies Record<FactoringEvent, { from: LoadStatus; to: LoadStatus }>;

/**
 * The status of a load after OTR's word on it (R28, R30). A load that a person has moved meanwhile, be it on
 * (completed) or back (queued again), stays where the person put it.
 */
export function nextLoadStatus(current: LoadStatus, event: FactoringEvent): LoadStatus {
  const { from, to } = MOVES[event];
  return current === from ? to : current;
}

/** True when a load that OTR has funded stands where funding should have found or put it. */
export function isFundingPlausible(status: LoadStatus): boolean {
  return status === "invoiced" || status === "financed" || status === "completed";
}
