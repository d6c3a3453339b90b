import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import type { SubsidiaryKey } from "./companies.ts";

/** Which customers a group's loads are for. */
export type CustomerPool = "fundable" | "no_mc" | "refused" | "unknown" | "not_factored" | "any";

/** How far a load's papers are. */
export type Papers = "none" | "rate_confirmation" | "signed" | "invoiced" | "merged";

export type LoadGroup = {
  subsidiary: SubsidiaryKey;
  status: LoadStatus;
  count: number;
  /** Days since delivery, from … to; negative is ahead. */
  delivered: readonly [from: number, to: number];
  papers: Papers;
  pool: CustomerPool;
  poMissing?: boolean;
};

const DAILY = [
  ["open", [-6, -2], "none"],
  ["dispatched", [-4, -1], "rate_confirmation"],
  ["in_transit", [-2, 0], "rate_confirmation"],
  ["delivered", [1, 3], "signed"],
  ["released", [2, 5], "signed"],
  ["tonu", [2, 30], "rate_confirmation"],
  ["cancelled", [2, 60], "none"],
] as const satisfies readonly (readonly [LoadStatus, LoadGroup["delivered"], Papers])[];

/** Loads on the road and in the office: `counts` in the order open … cancelled. */
function daily(subsidiary: SubsidiaryKey, counts: readonly number[]): LoadGroup[] {
  return DAILY.map(([status, delivered, papers], index) => ({
    subsidiary,
    status,
    delivered,
    papers,
    count: counts[index] ?? 0,
    pool: "any",
  }));
}

const queued = { status: "queued", papers: "merged", pool: "fundable" } as const;

/**
 * Sample Hauling's loads that were never submitted. Of those ready for the factor exactly two are for customers
 * without an MC number; one of them has failed for it in the last batch and is counted there.
 */
export function sampleGroups(queuedReady: number): LoadGroup[] {
  return [
    ...daily("sample", [16, 10, 14, 12, 8, 3, 4]),
    ...daily("river", [5, 4, 5, 5, 3, 1, 1]),
    { ...queued, subsidiary: "sample", count: Math.max(0, queuedReady - 2), delivered: [3, 14] },
    { ...queued, subsidiary: "sample", count: 1, delivered: [13, 14], pool: "no_mc" },
    { ...queued, subsidiary: "sample", count: 3, delivered: [3, 6], papers: "invoiced" },
    { ...queued, subsidiary: "sample", count: 2, delivered: [4, 8], pool: "not_factored" },
    { ...queued, subsidiary: "sample", count: 2, delivered: [4, 8], poMissing: true },
    { ...queued, subsidiary: "river", count: 10, delivered: [3, 11] },
    { ...queued, subsidiary: "river", count: 1, delivered: [3, 6], papers: "invoiced" },
  ];
}

/** A small company that has just begun. */
export function cedarGroups(): LoadGroup[] {
  return [
    ...daily("cedar", [3, 2, 2, 2, 1, 0, 0]),
    { ...queued, subsidiary: "cedar", count: 3, delivered: [3, 8] },
  ];
}
