import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RowSelection } from "#components/layout/row-selection.ts";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { QueueItem } from "./dto.ts";
import type { toQueueView } from "./queue-search-params.ts";

/** A chosen load: its amount, and whose MC number is missing, if it is. */
export type Chosen = { cents: number; lacksMc?: { load: string; customer: string } };

const label = (row: QueueItem) => `Select load ${row.load}`;

/**
 * Which loads are chosen for the batch. "Select all" takes every load of the view, loaded or not, as many as a
 * batch holds; `truncated` says that there were more. `total` is undefined while the view is counted.
 */
export function useQueueSelection(
  items: QueueItem[],
  total: number | undefined,
  view: ReturnType<typeof toQueueView>,
) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlyMap<LoadId, Chosen>>(new Map());
  const [truncated, setTruncated] = useState(false);
  const anchor = useRef<LoadId>(undefined);
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  }, [items]);

  const clear = useCallback(() => {
    setChosen(new Map());
    setTruncated(false);
  }, []);

  const toggle = useCallback((row: QueueItem, range: boolean) => {
    const rows = range ? rowsBetween(latest.current, anchor.current, row) : [row];
    anchor.current = row.id;
    setChosen((before) => {
      const after = new Map(before);
      const adds = !before.has(row.id);
      for (const each of rows) {
        if (adds) after.set(each.id, chosenOf(each));
        else after.delete(each.id);
      }
      return after;
    });
  }, []);

  const isWhole = truncated || (total !== undefined && chosen.size >= total);
  const state = chosen.size === 0 ? "none" : isWhole ? "all" : "some";
  const toggleAll = async () => {
    if (state === "all") return clear();
    const all = await queryClient.fetchQuery(
      trpc.factoring.queueSelection.queryOptions(view, { staleTime: 0 }),
    );
    setChosen(new Map(all.rows.map(({ id, ...rest }) => [id, rest])));
    setTruncated(all.truncated);
  };

  const selection: RowSelection<QueueItem> = {
    has: (row) => chosen.has(row.id),
    toggle,
    state,
    toggleAll: () => void toggleAll(),
    label,
  };
  const cents = useMemo(() => sumCents([...chosen.values()].map((each) => each.cents)), [chosen]);
  return { selection, chosen, cents, truncated, clear };
}

function chosenOf({ cents, load, customer }: QueueItem): Chosen {
  return customer.mc ? { cents } : { cents, lacksMc: { load, customer: customer.name } };
}

function rowsBetween(items: QueueItem[], from: LoadId | undefined, to: QueueItem): QueueItem[] {
  const start = items.findIndex(({ id }) => id === from);
  const end = items.findIndex(({ id }) => id === to.id);
  if (start < 0 || end < 0) return [to];
  return items.slice(Math.min(start, end), Math.max(start, end) + 1);
}
