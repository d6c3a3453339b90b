import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { isId } from "#server/kernel/is-id.ts";
import { LOAD_STATUSES, type LoadStatus } from "#server/loads/rules/load-status.ts";
import type { LoadFilter } from "#server/loads/schemas.ts";

/** What the address of the list holds. */
export const loadSearchParams = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(LOAD_STATUSES),
  subsidiary: parseAsString.withDefault(""),
  customer: parseAsString.withDefault(""),
};

export type LoadSearchParams = { q: string; status: LoadStatus | null; subsidiary: string; customer: string };

/** The filter an address asks for, as the server takes it; an id that is none narrows nothing. */
export function toLoadFilter({ q, status, subsidiary, customer }: LoadSearchParams): LoadFilter {
  return {
    search: q.trim().slice(0, 80) || null,
    status,
    subsidiaryId: isId("subsidiary", subsidiary) ? subsidiary : null,
    customerId: isId("customer", customer) ? customer : null,
  };
}

/** True where the list shows less than everything. */
export function isNarrowed(filter: LoadFilter): boolean {
  return Object.values(filter).some((part) => part !== null);
}
