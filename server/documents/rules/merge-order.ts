import type { DocumentKind } from "./document-kind.ts";

/** Where a kind stands in the merged document unless a person reorders it (R19). A packet is never part of one. */
const PLACES = {
  invoice: 0,
  rate_confirmation: 1,
  proof_of_delivery: 2,
  lumper_receipt: 3,
  scale_ticket: 4,
  other: 5,
} as const satisfies Record<Exclude<DocumentKind, "packet">, number>;

/**
 * The documents of a load in the order of the merged document: invoice, rate confirmation, POD, other receipts;
 * equals keep the order they came in.
 */
export function mergeOrder<D extends { kind: DocumentKind }>(documents: readonly D[]): D[] {
  return documents
    .flatMap((document) => (document.kind === "packet" ? [] : [{ document, place: PLACES[document.kind] }]))
    .sort((one, other) => one.place - other.place)
    .map(({ document }) => document);
}
