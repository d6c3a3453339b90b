import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { LOAD_STATUSES, type LoadStatus } from "#server/loads/rules/load-status.ts";

/** What the address of the list holds. */
export const loadSearchParams = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(LOAD_STATUSES),
};

/** The filter an address asks for, as the server takes it. */
export function toLoadFilter({ q, status }: { q: string; status: LoadStatus | null }) {
  return { search: q.trim().slice(0, 80) || null, status };
}
