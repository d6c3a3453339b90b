import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { BatchFilter } from "#server/reports/schemas.ts";

/** What the address of the report holds; the CSV download reads the same names. */
export const reportSearchParams = {
  subsidiary: parseAsString,
  q: parseAsString.withDefault(""),
  from: parseAsString,
  to: parseAsString,
  needs: parseAsStringLiteral(["you"]),
};

export type ReportSearchParams = inferParserType<typeof reportSearchParams>;

/** The filter an address asks for; what it gets wrong is left out. */
export function toBatchFilter(params: ReportSearchParams): BatchFilter {
  return {
    subsidiaryId: isSubsidiaryId(params.subsidiary) ? params.subsidiary : null,
    search: params.q.trim().slice(0, 80) || null,
    from: isCalendarDate(params.from) ? params.from : null,
    to: isCalendarDate(params.to) ? params.to : null,
    needsYou: params.needs === "you",
  };
}

/** True when the filter leaves anything out. */
export function isFiltered(filter: BatchFilter): boolean {
  return Object.values(filter).some(Boolean);
}

/** The address of the CSV download of what the filter leaves. */
export function reportCsvHref(filter: BatchFilter): string {
  const query = new URLSearchParams();
  if (filter.subsidiaryId) query.set("subsidiary", filter.subsidiaryId);
  if (filter.search) query.set("q", filter.search);
  if (filter.from) query.set("from", filter.from);
  if (filter.to) query.set("to", filter.to);
  if (filter.needsYou) query.set("needs", "you");
  const text = query.toString();
  return `/api/reports/factoring${text && `?${text}`}`;
}

function isSubsidiaryId(text: string | null): text is SubsidiaryId {
  return text !== null && /^subsidiary_[0-7][0-9a-z]{25}$/.test(text);
}

function isCalendarDate(text: string | null): text is string {
  const time = text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
