import { cn } from "#components/ui/cn.ts";
import {
  INVOICE_FILTER_LABELS,
  INVOICE_FILTERS,
  type InvoiceFilter,
} from "#server/reports/rules/invoice-filter.ts";

type Props = {
  counts: Record<InvoiceFilter, number>;
  value: InvoiceFilter;
  onChange: (filter: InvoiceFilter) => void;
};

/** Narrows a batch's invoices to a state; each chip carries how many there are. */
export function InvoiceFilterChips({ counts, value, onChange }: Props) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Show invoices</legend>
      {INVOICE_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === value}
          onClick={() => onChange(filter)}
          className={cn(
            "inline-flex h-8 items-center gap-1.5 rounded-md border border-transparent px-2.5 text-sm hover:bg-accent",
            "aria-pressed:border-border aria-pressed:bg-selected aria-pressed:font-medium",
          )}
        >
          {INVOICE_FILTER_LABELS[filter]}
          <span
            className={cn(
              "text-muted-foreground tabular-nums",
              filter === "needs_you" && counts[filter] > 0 && "font-medium text-attention",
            )}
          >
            {counts[filter]}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
