import { AppError } from "#server/kernel/errors.ts";

/** The refusal for a load that the company does not have. */
export function noSuchLoad(): AppError {
  return new AppError("not_found", "There is no such load. Reload the page.");
}
