import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import { quoteCell } from "./cell.ts";

/** What a load can be when it comes in: what is later needs the paperwork that Lading makes. */
export const IMPORTED_STATUSES = ["open", "dispatched", "in_transit", "delivered"] as const;

export type ImportedStatus = (typeof IMPORTED_STATUSES)[number];

/** How other programs name the same things, without blanks and signs. */
const WORDS: Readonly<Record<string, ImportedStatus>> = {
  open: "open",
  available: "open",
  booked: "open",
  planned: "open",
  pending: "open",
  new: "open",
  dispatched: "dispatched",
  assigned: "dispatched",
  covered: "dispatched",
  intransit: "in_transit",
  enroute: "in_transit",
  onroute: "in_transit",
  loaded: "in_transit",
  pickedup: "in_transit",
  delivered: "delivered",
};

const LATER: ReadonlySet<string> = new Set([
  "released",
  "queued",
  "invoiced",
  "billed",
  "financed",
  "funded",
  "paid",
  "completed",
  "complete",
  "closed",
]);

const SIDE_PATHS: ReadonlySet<string> = new Set(["tonu", "cancelled", "canceled", "void", "voided"]);

/** Reads a load's status from the words of Lading or of another program. */
export function readLoadStatus(text: string): { value: ImportedStatus } | { reason: string } {
  const word = text.toLowerCase().replace(/[^a-z]/g, "");
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (known) return { value: known };
  if (text === "") return { reason: "The status is missing." };
  if (LATER.has(word)) {
    return {
      reason: `${quoteCell(text)} comes after Delivered and needs paperwork made in Lading. Import the load as Delivered and release it here, or leave the row out.`,
    };
  }
  if (SIDE_PATHS.has(word)) {
    return { reason: `${quoteCell(text)} loads are not imported. Leave the row out.` };
  }
  const labels = IMPORTED_STATUSES.map((status) => LOAD_STATUS_LABELS[status]).join(", ");
  return { reason: `${quoteCell(text)} is not a status that loads come in with: ${labels}.` };
}
