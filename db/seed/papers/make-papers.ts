import { mergeDocuments } from "#server/documents/merge-documents.ts";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import { putFile } from "#server/documents/storage.ts";
import { renderInvoice } from "#server/invoicing/render-invoice.ts";
import type { DocumentId } from "#server/kernel/ids.ts";
import { type Cast, subsidiaryOf } from "../cast.ts";
import type { Papers } from "../data/load-groups.ts";
import { idAt } from "../id-at.ts";
import type { LoadPlan } from "../plan/plan-types.ts";
import { invoicePrint } from "./invoice-snapshot.ts";
import { drawRateConfirmation } from "./rate-confirmation.ts";

/** A stored document of a load. */
export type Paper = {
  id: DocumentId;
  kind: DocumentKind;
  fileName: string;
  contentType: string;
  sha256: string;
  byteSize: number;
  pageCount: number;
  createdAt: Date;
};

type Made = { kind: DocumentKind; bytes: Uint8Array; pageCount: number };

const PAPERS = {
  none: [],
  rate_confirmation: ["rate_confirmation"],
  signed: ["rate_confirmation", "proof_of_delivery"],
  invoiced: ["rate_confirmation", "proof_of_delivery", "invoice"],
  merged: ["rate_confirmation", "proof_of_delivery", "invoice", "packet"],
} as const satisfies Record<Papers, readonly DocumentKind[]>;

/** Makes and stores the documents a load has by now: rate confirmation, POD scan, invoice, merged document. */
export async function makePapers(cast: Cast, load: LoadPlan, scan: Uint8Array): Promise<Paper[]> {
  const carrier = subsidiaryOf(cast, load.subsidiary);
  const wanted: readonly DocumentKind[] = PAPERS[load.papers];
  const made: Made[] = [];
  if (wanted.includes("rate_confirmation")) {
    made.push({ kind: "rate_confirmation", bytes: await drawRateConfirmation(load, carrier), pageCount: 1 });
  }
  if (wanted.includes("proof_of_delivery")) {
    made.push({ kind: "proof_of_delivery", bytes: scan, pageCount: 1 });
  }
  if (load.invoice && wanted.includes("invoice")) {
    const bytes = await renderInvoice(invoicePrint(cast, load, load.invoice));
    made.unshift({ kind: "invoice", bytes, pageCount: 1 });
  }
  if (wanted.includes("packet")) {
    const { bytes, pageCount } = await mergeDocuments(made.map((paper) => paper.bytes));
    made.push({ kind: "packet", bytes, pageCount });
  }
  return Promise.all(made.map((paper) => store(cast, load, paper)));
}

async function store(cast: Cast, load: LoadPlan, { kind, bytes, pageCount }: Made): Promise<Paper> {
  const createdAt = paperTime(load, kind);
  const file = await putFile(cast.scope, bytes);
  const isScan = kind === "proof_of_delivery";
  return {
    ...file,
    id: idAt("document", createdAt),
    kind,
    fileName: FILE_NAMES[kind](load),
    contentType: isScan ? "image/png" : "application/pdf",
    pageCount,
    createdAt,
  };
}

const FILE_NAMES = {
  rate_confirmation: (load) => `Rate confirmation ${load.loadNumber}.pdf`,
  proof_of_delivery: (load) => `POD ${load.loadNumber}.png`,
  invoice: (load) => `Invoice ${load.invoice?.number}.pdf`,
  packet: (load) => `Invoice ${load.invoice?.number} merged.pdf`,
  lumper_receipt: (load) => `Lumper receipt ${load.loadNumber}.pdf`,
  scale_ticket: (load) => `Scale ticket ${load.loadNumber}.pdf`,
  other: (load) => `${load.loadNumber}.pdf`,
} as const satisfies Record<DocumentKind, (load: LoadPlan) => string>;

/** A rate confirmation comes with the dispatch, the POD after delivery, the rest with the invoice. */
function paperTime(load: LoadPlan, kind: DocumentKind): Date {
  const timeOf = (status: string) => load.steps.find((step) => step.status === status)?.at;
  const made = load.steps[0]?.at ?? new Date(0);
  if (kind === "rate_confirmation") return timeOf("dispatched") ?? made;
  if (kind === "proof_of_delivery") return timeOf("delivered") ?? made;
  return load.invoice?.at ?? made;
}
