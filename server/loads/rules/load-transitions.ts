import { LOAD_STATUS_LABELS, LOAD_TRANSITIONS, type LoadStatus } from "./load-status.ts";

/** Where a person may put a load by hand. Queued, Invoiced and Financed follow from papers and from OTR's word. */
export const HAND_MOVES = [
  "dispatched",
  "in_transit",
  "delivered",
  "released",
  "completed",
  "tonu",
  "cancelled",
] as const satisfies readonly LoadStatus[];

export type HandMove = (typeof HAND_MOVES)[number];

/** What the button of a step says. */
export const MOVE_LABELS = {
  dispatched: "Mark dispatched",
  in_transit: "Mark in transit",
  delivered: "Mark delivered",
  released: "Release",
  completed: "Complete",
  tonu: "TONU",
  cancelled: "Cancel load",
} as const satisfies Record<HandMove, string>;

/** The steps a person may take from a status, the way on first, side paths after it (R17). */
export function handMoves(status: LoadStatus): HandMove[] {
  const allowed: readonly LoadStatus[] = LOAD_TRANSITIONS[status];
  return HAND_MOVES.filter((move) => allowed.includes(move));
}

/** True for the steps off the road: they are asked about before they are taken. */
export function isSidePath(move: HandMove): boolean {
  return move === "tonu" || move === "cancelled";
}

type MoveFacts = {
  status: LoadStatus;
  /** Where the load stood on the page that asks: another page may have moved it since. */
  expected: LoadStatus;
  to: HandMove;
};

/** Why a load can't take a step now, or null. A step that another tab has taken is not taken twice. */
export function moveRefusal({ status, expected, to }: MoveFacts): string | null {
  const now = LOAD_STATUS_LABELS[status];
  if (status === to) return `The load is ${now} already. Nothing was changed.`;
  if (status !== expected) {
    return `The load was ${LOAD_STATUS_LABELS[expected]} when this page was opened and is ${now} now. Nothing was changed; look at its history below.`;
  }
  if (!handMoves(status).includes(to)) {
    return `A load that is ${now} can't become ${LOAD_STATUS_LABELS[to]}: ${wayOn(status)}`;
  }
  return null;
}

function wayOn(status: LoadStatus): string {
  const next = handMoves(status)[0];
  if (next) return `its next step is ${LOAD_STATUS_LABELS[next]}.`;
  return WAYS_ON[status] ?? "its way ends here.";
}

const WAYS_ON: Partial<Record<LoadStatus, string>> = {
  released: "it becomes Queued when it is invoiced and its documents are merged.",
  queued: "it becomes Invoiced when OTR accepts its invoice.",
  invoiced: "it becomes Financed when OTR funds it.",
};
