import { z } from "zod";
import { idSchema } from "#server/kernel/ids.ts";
import { EXCEPTIONS_SHOWN } from "./rules/exceptions-shown.ts";
import { QUEUE_DIRECTIONS, QUEUE_FILTERS, QUEUE_SORTS } from "./rules/queue-view.ts";

export const subsidiaryInput = z.object({ subsidiaryId: idSchema("subsidiary") });

/** How many rows are wanted: what a page shows before somebody asks for the rest. */
export const needsYouInput = subsidiaryInput.extend({
  limit: z.number().int().min(1).max(EXCEPTIONS_SHOWN.most).optional(),
});

/** Which part of a subsidiary's queue a person looks at, all of it in the URL (R23). */
export const queueViewInput = subsidiaryInput.extend({
  /** A part of a load, invoice or PO number, a customer's name or an MC number. */
  search: z.string().trim().max(80).default(""),
  filter: z.enum(QUEUE_FILTERS).default("all"),
  sort: z.enum(QUEUE_SORTS).default("delivered"),
  /** Not "direction": infinite queries send one of their own. */
  order: z.enum(QUEUE_DIRECTIONS).default("asc"),
});

export type QueueView = z.output<typeof queueViewInput>;

/** The last row of the page before: what it was ordered by, and its load. */
export const queueCursor = z.object({
  key: z.union([z.string(), z.number(), z.null()]),
  loadId: idSchema("load"),
});

export type QueueCursor = z.output<typeof queueCursor>;

export const queueInput = queueViewInput.extend({ cursor: queueCursor.nullish() });

export const batchInput = z.object({ batchId: idSchema("batch") });

/** The beginning of a batch number. */
export const findBatchesInput = z.object({ digits: z.string().regex(/^\d{1,9}$/) });
