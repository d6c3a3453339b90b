import { AppError } from "#server/kernel/errors.ts";
import { type AuditFilter, auditFilterSchema } from "./schemas.ts";

/** The audit's filter from the address of a download. Throws invalid_input for one that can't be read. */
export function parseAuditFilter(params: URLSearchParams): AuditFilter {
  const parsed = auditFilterSchema.safeParse({
    action: params.get("action") || null,
    person: params.get("person") || null,
    about: params.get("about"),
    from: params.get("from") || null,
    to: params.get("to") || null,
  });
  if (parsed.success) return parsed.data;
  throw new AppError(
    "invalid_input",
    "This link's filter can't be read. Open Management > Audit and filter again.",
  );
}
