import type { LoadLineKind } from "#server/loads/rules/load-line-kind.ts";
import { DOCUMENT_KIND_LABELS, type DocumentKind } from "./document-kind.ts";

type Required = "rate_confirmation" | "proof_of_delivery";

/**
 * The documents a load lacks for release and merging (R19): the customer's rate confirmation and the POD. A truck
 * that was ordered and not used delivered nothing, so its load needs no POD.
 */
export function missingDocuments(
  kinds: readonly DocumentKind[],
  lines: readonly { kind: LoadLineKind }[],
): Required[] {
  const isUnused =
    lines.some(({ kind }) => kind === "tonu") && !lines.some(({ kind }) => kind === "line_haul");
  const required: Required[] = isUnused ? ["rate_confirmation"] : ["rate_confirmation", "proof_of_delivery"];
  return required.filter((kind) => !kinds.includes(kind));
}

/** "The Customer Rate Confirmation and the Proof of Delivery (POD) are missing." */
export function missingSentence(missing: readonly Required[]): string {
  const names = missing.map((kind) => `the ${DOCUMENT_KIND_LABELS[kind]}`).join(" and ");
  const verb = missing.length > 1 ? "are" : "is";
  return `${names.charAt(0).toUpperCase()}${names.slice(1)} ${verb} missing. Add ${missing.length > 1 ? "them" : "it"} under Documents.`;
}
