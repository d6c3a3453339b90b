import { DOCUMENT_KIND_LABELS, type DocumentKind } from "#server/documents/rules/document-kind.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { LoadStatus } from "./load-status.ts";

export type ReleaseFacts = {
  loadId: LoadId;
  status: LoadStatus;
  /** The kinds of its documents that count now. */
  documents: readonly DocumentKind[];
};

export type ReleaseBlocker = {
  reason: "rate_confirmation_missing" | "pod_missing";
  sentence: string;
  fix: { label: string; href: string };
};

const REQUIRED = [
  {
    kind: "rate_confirmation",
    reason: "rate_confirmation_missing",
    sentence: "The customer rate confirmation is missing: without it the factor can't tell what was agreed.",
    label: "Add the rate confirmation",
  },
  {
    kind: "proof_of_delivery",
    reason: "pod_missing",
    sentence: "The proof of delivery (POD) is missing: without it the factor won't pay.",
    label: "Add the POD",
  },
] as const satisfies readonly {
  kind: DocumentKind;
  reason: ReleaseBlocker["reason"];
  [more: string]: string;
}[];

/**
 * The documents a load needs for its release (R19). A truck that was ordered and not used (TONU) has delivered
 * nothing, so there is no POD to wait for.
 */
export function requiredDocuments(status: LoadStatus): DocumentKind[] {
  return REQUIRED.map(({ kind }) => kind).filter((kind) => status !== "tonu" || kind !== "proof_of_delivery");
}

/** What keeps a load from being released, in the order in which to mend it; empty: it may go. */
export function releaseBlockers({ loadId, status, documents }: ReleaseFacts): ReleaseBlocker[] {
  const required = requiredDocuments(status);
  return REQUIRED.filter(({ kind }) => required.includes(kind) && !documents.includes(kind)).map(
    ({ reason, sentence, label }) => ({
      reason,
      sentence,
      fix: { label, href: `/loads/${loadId}#documents` },
    }),
  );
}

/** What is needed for the release, in one sentence. */
export function releaseNeeds(status: LoadStatus): string {
  const papers = requiredDocuments(status).map((kind) => DOCUMENT_KIND_LABELS[kind]);
  const why =
    status === "tonu" ? " The truck was not used, so there is no Proof of Delivery (POD) to wait for." : "";
  return `Release needs ${papers.join(" and ")}.${why}`;
}
