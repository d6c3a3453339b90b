import { DateField } from "#components/layout/date-field.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ReportOverview } from "#server/reports/schemas.ts";
import { isFiltered } from "./report-search-params.ts";
import type { useReportFilter } from "./use-report-filter.ts";

type Props = { filter: ReturnType<typeof useReportFilter>; overview: ReportOverview };

/** What narrows the list of batches; everything in it is in the address. */
export function ReportFilters({ filter: { params, filter, set, search, clear }, overview }: Props) {
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6" aria-label="Filter batches">
      <SearchBox
        label="Search batches"
        placeholder="Batch, load, invoice or PO number"
        value={params.q}
        onSearch={search}
      />
      <Select
        aria-label="Subsidiary"
        value={params.subsidiary ?? ""}
        onChange={(event) => set({ subsidiary: event.target.value || null })}
        className="max-w-56"
      >
        <option value="">All subsidiaries</option>
        {overview.subsidiaries.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button
        aria-pressed={filter.needsYou ?? false}
        onClick={() => set({ needs: filter.needsYou ? null : "you" })}
        className="aria-pressed:border-primary aria-pressed:bg-selected"
      >
        Needs you
        <span className="text-muted-foreground tabular-nums">{overview.needsYou.batches}</span>
      </Button>
      <div className="flex gap-2 max-sm:w-full">
        <DateField label="From" value={params.from} onChange={(from) => set({ from })} />
        <DateField label="To" value={params.to} onChange={(to) => set({ to })} />
      </div>
      {isFiltered(filter) && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </search>
  );
}
