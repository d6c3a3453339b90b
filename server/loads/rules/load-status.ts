/** The life cycle of a load (R17), in order; `tonu` and `cancelled` are side paths. */
export const LOAD_STATUSES = [
  "open",
  "dispatched",
  "in_transit",
  "delivered",
  "released",
  "queued",
  "invoiced",
  "financed",
  "completed",
  "tonu",
  "cancelled",
] as const;

export type LoadStatus = (typeof LOAD_STATUSES)[number];

/** What a person may move a load to by hand, one step at a time; factoring moves it from `queued` on. */
export const LOAD_TRANSITIONS = {
  open: ["dispatched", "tonu", "cancelled"],
  dispatched: ["in_transit", "tonu", "cancelled"],
  in_transit: ["delivered", "tonu", "cancelled"],
  delivered: ["released"],
  released: ["queued"],
  queued: ["invoiced"],
  invoiced: ["financed"],
  financed: ["completed"],
  completed: [],
  tonu: ["released"],
  cancelled: [],
} as const satisfies Record<LoadStatus, readonly LoadStatus[]>;

export const LOAD_STATUS_LABELS = {
  open: "Open",
  dispatched: "Dispatched",
  in_transit: "In transit",
  delivered: "Delivered",
  released: "Released",
  queued: "Queued",
  invoiced: "Invoiced",
  financed: "Financed",
  completed: "Completed",
  tonu: "TONU",
  cancelled: "Cancelled",
} as const satisfies Record<LoadStatus, string>;

/** True when the life cycle has a step from one status straight to the other (R17: no step is skipped). */
export function canMoveLoad(from: LoadStatus, to: LoadStatus): boolean {
  const allowed: readonly LoadStatus[] = LOAD_TRANSITIONS[from];
  return allowed.includes(to);
}
