import { parseAsString } from "nuqs/server";

/** What the address of the list holds. */
export const customerSearchParams = { q: parseAsString.withDefault("") };

/** The filter an address asks for, as the server takes it. */
export function toCustomerFilter({ q }: { q: string }): { search: string | null } {
  return { search: q.trim().slice(0, 80) || null };
}
