/** What the queue of Factoring Upload can be ordered by; the first is the order it has by itself. */
export const QUEUE_SORTS = ["delivered", "invoiced", "amount", "customer", "load"] as const;

export type QueueSort = (typeof QUEUE_SORTS)[number];

export const QUEUE_DIRECTIONS = ["asc", "desc"] as const;

export type QueueDirection = (typeof QUEUE_DIRECTIONS)[number];

/** What the queue can be narrowed to. */
export const QUEUE_FILTERS = [
  "all",
  "sendable",
  "mc_missing",
  "failed_before",
  "approved",
  "call_credit",
  "not_approved",
  "unchecked",
] as const;

export type QueueFilter = (typeof QUEUE_FILTERS)[number];

export const QUEUE_FILTER_LABELS = {
  all: "All invoices",
  sendable: "With MC number",
  mc_missing: "MC number missing",
  failed_before: "Failed before",
  approved: "Approved",
  call_credit: "Call Credit",
  not_approved: "Not Approved",
  unchecked: "No credit check yet",
} as const satisfies Record<QueueFilter, string>;

/** Whether a view is a part of the queue only. */
export function isNarrowed({ search, filter }: { search: string; filter: QueueFilter }): boolean {
  return search !== "" || filter !== "all";
}
