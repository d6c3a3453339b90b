import { z } from "zod";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import { type BatchId, type CustomerId, type DocumentId, idSchema, type LoadId } from "#server/kernel/ids.ts";
import type { LoadLineKind } from "./rules/load-line-kind.ts";
import { LOAD_STATUSES, type LoadStatus } from "./rules/load-status.ts";

export const listLoadsInput = z.object({
  /** A load or PO number, or a part of the customer's name. */
  search: z.string().trim().max(80).nullish(),
  status: z.enum(LOAD_STATUSES).nullish(),
  cursor: idSchema("load").nullish(),
});

export type ListLoads = z.output<typeof listLoadsInput>;

/** A load in the list. Dates are calendar days, amounts cents. */
export type LoadRow = {
  id: LoadId;
  number: string;
  status: LoadStatus;
  customer: string;
  po: string;
  lane: string;
  deliveredOn: string | null;
  cents: number;
};

export type LoadPage = { rows: LoadRow[]; nextCursor: LoadId | null };

export const loadInput = z.object({ loadId: idSchema("load") });

export type LoadInput = z.output<typeof loadInput>;

const city = z.string().trim().max(60, "Use at most 60 characters.");
const state = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{2})?$/, "Use the two letters of the state, such as IL.");

/** What people may correct on a load until OTR has its invoice. */
export const updateLoadInput = loadInput.extend({
  poNumber: z.string().trim().max(40, "A PO number has at most 40 characters."),
  originCity: city,
  originState: state,
  destinationCity: city,
  destinationState: state,
});

export type UpdateLoad = z.output<typeof updateLoadInput>;

/** What came of a correction. */
export type UpdateLoadResult = { kind: "saved"; load: LoadDetails } | { kind: "refused"; sentence: string };

/** A load with all that belongs to it. Instants are ISO strings; `locked` says why nothing can be corrected. */
export type LoadDetails = Omit<UpdateLoad, "loadId"> & {
  id: LoadId;
  number: string;
  status: LoadStatus;
  subsidiaryName: string;
  customer: { id: CustomerId; name: string; mcNumber: string | null };
  pickupOn: string | null;
  deliveredOn: string | null;
  weightLb: number | null;
  miles: number | null;
  totalCents: number;
  locked: string | null;
  lines: { kind: LoadLineKind; description: string; cents: number }[];
  invoice: { number: string; date: string; cents: number; isMerged: boolean } | null;
  documents: { id: DocumentId; kind: DocumentKind; fileName: string; pages: number | null; bytes: number }[];
  /** The latest submission; null where there is none, and for people without the "Billing" permission. */
  submission: { batchId: BatchId; batchNumber: number; state: SubmissionState } | null;
  history: { to: LoadStatus; at: string; byName: string | null; reason: string | null }[];
};
