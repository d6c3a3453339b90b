import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RowSelection } from "#components/layout/row-selection.ts";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import type { LoadFilter, LoadRow } from "#server/loads/schemas.ts";

const label = (row: LoadRow) => `Select load ${row.number}`;
const NOTHING: ReadonlySet<LoadId> = new Set();

/**
 * Which loads are chosen for release. "Select all" takes every load of the filter, loaded or not, as many as are
 * released at once; `truncated` says that there were more. Another filter begins with nothing chosen.
 */
export function useLoadSelection(rows: LoadRow[], filter: LoadFilter) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(NOTHING);
  const [all, setAll] = useState<"all" | "truncated">();
  const anchor = useRef<LoadId>(undefined);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  }, [rows]);

  const clear = useCallback(() => {
    setChosen(NOTHING);
    setAll(undefined);
  }, []);
  const key = JSON.stringify(filter);
  const [seen, setSeen] = useState(key);
  if (seen !== key) {
    setSeen(key);
    clear();
  }

  const toggle = useCallback((row: LoadRow, range: boolean) => {
    const touched = range ? rowsBetween(latest.current, anchor.current, row) : [row];
    anchor.current = row.id;
    setAll(undefined);
    setChosen((before) => {
      const after = new Set(before);
      for (const { id } of touched) {
        if (before.has(row.id)) after.delete(id);
        else after.add(id);
      }
      return after;
    });
  }, []);

  const toggleAll = async () => {
    if (all) return clear();
    const found = await queryClient.fetchQuery(trpc.loads.selection.queryOptions(filter, { staleTime: 0 }));
    setChosen(new Set(found.loadIds));
    setAll(found.truncated ? "truncated" : "all");
  };

  const selection: RowSelection<LoadRow> = {
    has: (row) => chosen.has(row.id),
    toggle,
    state: chosen.size === 0 ? "none" : all ? "all" : "some",
    toggleAll: () => void toggleAll(),
    label,
  };
  return { selection, chosen, truncated: all === "truncated", clear };
}

function rowsBetween(rows: LoadRow[], from: LoadId | undefined, to: LoadRow): LoadRow[] {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === to.id);
  if (start < 0 || end < 0) return [to];
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}
