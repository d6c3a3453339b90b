import { AppError } from "#server/kernel/errors.ts";

/** The same answer for a subsidiary that never was and for another company's (R2). */
export function noSuchSubsidiary(): AppError {
  return new AppError("not_found", "This subsidiary does not exist. Reload the page.");
}
