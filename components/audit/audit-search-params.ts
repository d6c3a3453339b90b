import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { AUDIT_ACTION_NAMES } from "#server/audit/rules/action-groups.ts";
import { BACKGROUND } from "#server/audit/rules/background.ts";
import type { AuditFilter } from "#server/audit/schemas.ts";
import type { AuditId, UserId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";

/** What the address of the audit holds; the CSV download reads the same names. `entry` is the one that is open. */
export const auditSearchParams = {
  action: parseAsStringLiteral(AUDIT_ACTION_NAMES),
  person: parseAsString,
  about: parseAsString.withDefault(""),
  from: parseAsString,
  to: parseAsString,
  entry: parseAsString,
};

export type AuditSearchParams = inferParserType<typeof auditSearchParams>;

/** The filter an address asks for; what it gets wrong is left out. */
export function toAuditFilter(params: AuditSearchParams): AuditFilter {
  const { person } = params;
  return {
    action: params.action,
    person: person === BACKGROUND || isUserId(person) ? person : null,
    about: params.about.trim().slice(0, 80) || null,
    from: isCalendarDate(params.from) ? params.from : null,
    to: isCalendarDate(params.to) ? params.to : null,
  };
}

/** True when the filter leaves anything out. */
export function isFiltered(filter: AuditFilter): boolean {
  return Object.values(filter).some(Boolean);
}

/** The address of the CSV download of what the filter leaves. */
export function auditCsvHref(filter: AuditFilter): string {
  const set = Object.entries(filter).filter((part): part is [string, string] => Boolean(part[1]));
  const query = new URLSearchParams(set).toString();
  return `/api/audit${query && `?${query}`}`;
}

/** True for the id of an audit entry, as an address may hold one. */
export function isAuditId(text: string | null): text is AuditId {
  return text !== null && isId("audit", text);
}

function isUserId(text: string | null): text is UserId {
  return text !== null && isId("user", text);
}

function isCalendarDate(text: string | null): text is string {
  const time = text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
