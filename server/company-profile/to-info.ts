import type { CurrentInfoRow } from "#db/queries/important-info.ts";
import type { CurrentInfo } from "./schemas.ts";

/** A version of a text as the browser gets it. */
export function toInfo({ savedAt, ...row }: CurrentInfoRow): CurrentInfo {
  return { ...row, savedAt: savedAt.toISOString() };
}
