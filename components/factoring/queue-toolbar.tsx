import { useCallback } from "react";
import type { RowSelection } from "#components/layout/row-selection.ts";
import { SearchBox } from "#components/layout/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Select } from "#components/ui/select.tsx";
import { QUEUE_FILTER_LABELS, QUEUE_FILTERS } from "#server/factoring/rules/queue-view.ts";
import type { QueueItem } from "./dto.ts";
import type { Queue } from "./use-queue.ts";

type QueueToolbarProps = { queue: Queue; selection: RowSelection<QueueItem> };

/** What narrows the queue. On a phone, where the list has no head, "select all" stands here. */
export function QueueToolbar({ queue: { view, narrow, narrowed }, selection }: QueueToolbarProps) {
  const search = useCallback((q: string) => narrow({ q }), [narrow]);
  return (
    <search aria-label="Narrow the queue" className="flex flex-wrap items-center gap-2 px-4 py-2 md:px-6">
      <SearchBox
        label="Search the queue"
        placeholder="Load, invoice, PO, customer or MC"
        value={view.search}
        onSearch={search}
      />
      <Select
        aria-label="Show"
        value={view.filter}
        onChange={(event) =>
          narrow({ show: QUEUE_FILTERS.find((filter) => filter === event.target.value) ?? "all" })
        }
        className="max-sm:flex-1"
      >
        {QUEUE_FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {QUEUE_FILTER_LABELS[filter]}
          </option>
        ))}
      </Select>
      {narrowed && (
        <Button variant="ghost" onClick={() => narrow({ q: "", show: "all" })}>
          Clear
        </Button>
      )}
      <div className="flex h-8 items-center gap-2 text-sm md:hidden">
        <Checkbox
          id="select-all-on-phone"
          checked={selection.state === "all"}
          indeterminate={selection.state === "some"}
          onChange={selection.toggleAll}
        />
        <label htmlFor="select-all-on-phone">Select all</label>
      </div>
    </search>
  );
}
