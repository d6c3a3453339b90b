import { AppError } from "#server/kernel/errors.ts";

/** The same answer for an import that never was and for another company's (R2). */
export function noSuchImport(): AppError {
  return new AppError("not_found", "There is no such import in your company.");
}
