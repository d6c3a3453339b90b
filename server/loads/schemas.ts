import { z } from "zod";
import type { CreditMark } from "#server/credit-check/rules/credit-mark.ts";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import {
  type BatchId,
  type CustomerId,
  type DocumentId,
  idSchema,
  type LoadId,
  type SubsidiaryId,
} from "#server/kernel/ids.ts";
import type { Correction } from "./rules/correction.ts";
import { type LoadFields, loadFieldsSchema } from "./rules/load-fields.ts";
import { LOAD_STATUSES, type LoadStatus } from "./rules/load-status.ts";
import { HAND_MOVES } from "./rules/load-transitions.ts";
import { MOST_RELEASED } from "./rules/most-released.ts";
import type { ReleaseBlocker } from "./rules/release-blockers.ts";
import type { RevertPlan } from "./rules/revert.ts";

/** What narrows the list of loads. */
export const loadFilterSchema = z.object({
  /** The beginning of a load or PO number, a part of the customer's name, or its MC number. */
  search: z.string().trim().max(80).nullish(),
  status: z.enum(LOAD_STATUSES).nullish(),
  subsidiaryId: idSchema("subsidiary").nullish(),
  customerId: idSchema("customer").nullish(),
});

export type LoadFilter = z.output<typeof loadFilterSchema>;

export const listLoadsInput = loadFilterSchema.extend({ cursor: idSchema("load").nullish() });

export type ListLoads = z.output<typeof listLoadsInput>;

/** A load in the list. Dates are calendar days, amounts cents. */
export type LoadRow = {
  id: LoadId;
  number: string;
  status: LoadStatus;
  subsidiaryId: SubsidiaryId;
  customerId: CustomerId;
  customer: string;
  /** Null where no icon stands (R13). */
  credit: CreditMark | null;
  po: string;
  lane: string;
  deliveredOn: string | null;
  cents: number;
};

export type LoadPage = { rows: LoadRow[]; nextCursor: LoadId | null };

/** The loads of a filter to choose from at once; `truncated`: there are more. */
export type LoadSelection = { loadIds: LoadId[]; truncated: boolean };

export const loadInput = z.object({ loadId: idSchema("load") });

export type LoadInput = z.output<typeof loadInput>;

export const nextLoadNumberInput = z.object({ subsidiaryId: idSchema("subsidiary") });

/** A new load. The same request key is the same load, however often it is sent. */
export const createLoadInput = loadFieldsSchema.safeExtend({ requestKey: z.uuid() });

export type CreateLoad = z.output<typeof createLoadInput>;

export type CreateLoadResult =
  | { kind: "created"; loadId: LoadId }
  | { kind: "refused"; field: "loadNumber"; sentence: string };

export const updateLoadInput = loadFieldsSchema.safeExtend({ loadId: idSchema("load") });

export type UpdateLoad = z.output<typeof updateLoadInput>;

/** What came of a correction; `field` is the one to look at, where it is one. */
export type UpdateLoadResult =
  | { kind: "saved"; load: LoadDetails }
  | { kind: "refused"; field: "loadNumber" | null; sentence: string };

/** One step of the life cycle by hand. `expected` is where the page saw the load. */
export const moveLoadInput = loadInput.extend({
  expected: z.enum(LOAD_STATUSES),
  to: z.enum(HAND_MOVES),
  /** The day of delivery; wanted with "delivered" only. */
  deliveredOn: z.iso.date("Enter the day of delivery.").nullish(),
});

export type MoveLoad = z.output<typeof moveLoadInput>;

/** `blockers` are the documents that keep a load from its release. */
export type MoveLoadResult =
  | { kind: "moved"; load: LoadDetails }
  | { kind: "refused"; sentence: string; blockers: ReleaseBlocker[] };

export const revertLoadInput = loadInput.extend({
  expected: z.enum(LOAD_STATUSES),
  to: z.enum(LOAD_STATUSES),
  reason: z.string().trim().max(300, "Use at most 300 characters for the reason."),
});

export type RevertLoad = z.output<typeof revertLoadInput>;

export type RevertLoadResult =
  | { kind: "reverted"; load: LoadDetails }
  | { kind: "refused"; sentence: string };

export const releaseLoadsInput = z.object({
  loadIds: z
    .array(idSchema("load"))
    .min(1, "Select the loads to release.")
    .max(MOST_RELEASED, `At most ${MOST_RELEASED} loads are released at once. Select fewer.`),
});

export type ReleaseLoads = z.output<typeof releaseLoadsInput>;

/** A load that stays where it is, and why. */
export type RefusedRelease = { loadId: LoadId; number: string | null; sentence: string };

/** Which of the loads are released, or could be, and which not. */
export type ReleaseVerdict = { released: LoadId[]; refused: RefusedRelease[] };

/** A load with all that belongs to it. Instants are ISO strings. */
export type LoadDetails = Omit<LoadFields, "loadNumber" | "customerId"> & {
  id: LoadId;
  number: string;
  status: LoadStatus;
  subsidiaryName: string;
  customer: { id: CustomerId; name: string; mcNumber: string | null };
  totalCents: number;
  correction: Correction;
  /** What its release still lacks, where release is the next step. */
  releaseBlockers: ReleaseBlocker[];
  revert: RevertPlan;
  invoice: { number: string; date: string; cents: number; isMerged: boolean } | null;
  documents: { id: DocumentId; kind: DocumentKind; fileName: string; pages: number | null; bytes: number }[];
  /** The latest submission; null where there is none, and for people without the "Billing" permission. */
  submission: { batchId: BatchId; batchNumber: number; state: SubmissionState } | null;
  history: { to: LoadStatus; at: string; byName: string | null; reason: string | null }[];
};
