import { AppError } from "#server/kernel/errors.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import { type BatchFilter, batchFilterSchema } from "./schemas.ts";

/** The report's filter from the address of a page or a download. Throws invalid_input for one that can't be read. */
export function parseBatchFilter(params: URLSearchParams): BatchFilter {
  const parsed = batchFilterSchema.safeParse({
    subsidiaryId: params.get("subsidiary") || null,
    search: params.get("q"),
    from: params.get("from") || null,
    to: params.get("to") || null,
    needsYou: params.get("needs") === "you",
  });
  if (parsed.success) return parsed.data;
  throw new AppError(
    "invalid_input",
    "This link's filter can't be read. Open Reports > Factoring and filter again.",
  );
}

/** A batch id from an address. Throws not_found for what is none: it can't be one of the company's. */
export function parseBatchId(text: string): BatchId {
  if (isId("batch", text)) return text;
  throw new AppError("not_found", "There is no such batch in your company.");
}
