import { AppError } from "#server/kernel/errors.ts";

/** The same answer for a customer that never was and for another company's (R2). */
export function noSuchCustomer(): AppError {
  return new AppError("not_found", "There is no such customer in your company.");
}
