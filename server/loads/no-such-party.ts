import { AppError } from "#server/kernel/errors.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";

type Wanted = { customerIds: CustomerId[]; subsidiaryIds: SubsidiaryId[] };
type Found = { customerIds: ReadonlySet<CustomerId>; subsidiaryIds: ReadonlySet<SubsidiaryId> };

/** Throws not_found where a customer or subsidiary is not the company's. */
export function refuseForeignParties(wanted: Wanted, found: Found): void {
  if (!wanted.subsidiaryIds.every((id) => found.subsidiaryIds.has(id))) {
    throw new AppError("not_found", "There is no such subsidiary in your company. Choose another one.");
  }
  if (!wanted.customerIds.every((id) => found.customerIds.has(id))) {
    throw new AppError("not_found", "There is no such customer in your company. Choose another one.");
  }
}
