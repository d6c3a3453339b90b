import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import { type ReportSearchParams, reportSearchParams, toBatchFilter } from "./report-search-params.ts";

/** What the report is narrowed to, kept in the address so that a colleague sees the same list. */
export function useReportFilter() {
  const [params, setParams] = useQueryStates(reportSearchParams, { history: "replace" });
  const set = useCallback((change: Partial<ReportSearchParams>) => void setParams(change), [setParams]);
  const clear = useCallback(() => void setParams(null), [setParams]);
  const search = useCallback((q: string) => void setParams({ q: q || null }), [setParams]);
  return { params, filter: toBatchFilter(params), set, search, clear };
}
