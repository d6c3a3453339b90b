import { z } from "zod";
import type { InvoiceBlocker } from "#server/invoicing/rules/invoice-blockers.ts";
import { type DocumentId, idSchema, type LoadId } from "#server/kernel/ids.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { CHOSEN_KINDS, type DocumentKind } from "./rules/document-kind.ts";
import { MAX_DOCUMENTS } from "./rules/document-limits.ts";
import { harmlessFileName } from "./rules/harmless-file-name.ts";
import type { MergeBlocker } from "./rules/merge-blockers.ts";

export const loadPapersInput = z.object({ loadId: idSchema("load") });

export type LoadPapersInput = z.output<typeof loadPapersInput>;

/** A document as the load page shows it. `addedAt` is an ISO string; `locked` says why it can't be changed. */
export type Paper = {
  id: DocumentId;
  kind: DocumentKind;
  fileName: string;
  contentType: string;
  bytes: number;
  pages: number | null;
  addedAt: string;
  addedBy: string | null;
  locked: string | null;
};

/** The papers of a load and what can be done with them. */
export type LoadPapers = {
  loadId: LoadId;
  loadNumber: string;
  status: LoadStatus;
  documents: Paper[];
  invoice: { number: string; documentId: DocumentId | null; packetId: DocumentId | null } | null;
  /** Why the load can't be invoiced now; empty where it can be, or is already. */
  invoiceBlockers: InvoiceBlocker[];
  /** Why its documents can't be merged now; empty where they can be. */
  mergeBlockers: MergeBlocker[];
  /** True when documents were added or removed after the merge that counts. */
  isPacketOutdated: boolean;
};

const documentInput = z.object({ documentId: idSchema("document") });

export const setDocumentKindInput = documentInput.extend({
  kind: z.enum(CHOSEN_KINDS, "Choose what the document is from the list."),
});

export type SetDocumentKind = z.output<typeof setDocumentKindInput>;

export const retireDocumentInput = documentInput;

export type RetireDocument = z.output<typeof retireDocumentInput>;

/** What came of changing a document. */
export type ChangeDocumentResult = { kind: "changed" } | { kind: "refused"; sentence: string };

/** What comes with an upload: the load from the address, kind and name beside the bytes. */
export const addDocumentInput = z.object({
  loadId: idSchema("load"),
  kind: z.enum(CHOSEN_KINDS, "Choose what the document is from the list."),
  fileName: z
    .string()
    .transform((name) => harmlessFileName(name).trim())
    .pipe(
      z
        .string()
        .min(1, "The file has no name. Give it one and add it again.")
        .max(200, "The name of this file is longer than 200 characters. Shorten it and add it again."),
    ),
});

export type AddDocument = z.output<typeof addDocumentInput>;

/** What came of an upload. `duplicate`: the load has these very bytes already. */
export type AddDocumentResult =
  | { kind: "added"; documentId: DocumentId }
  | { kind: "duplicate"; documentId: DocumentId; sentence: string }
  | { kind: "refused"; sentence: string };

export const mergeInput = z.object({
  loadId: idSchema("load"),
  /** In the order of the merged document. */
  documentIds: z.array(idSchema("document")).max(MAX_DOCUMENTS),
});

export type MergeLoadDocuments = z.output<typeof mergeInput>;

/** What came of a merge; `warning` says what OTR may not take. */
export type MergeResult =
  | { kind: "merged"; documentId: DocumentId; pages: number; bytes: number; warning: string | null }
  | { kind: "refused"; blockers: MergeBlocker[] };

/** What came of taking a load to Queued in one go. */
export type InvoiceAndMergeResult =
  | { kind: "queued"; loadNumber: string; warning: string | null }
  | { kind: "refused"; loadNumber: string; sentence: string };
