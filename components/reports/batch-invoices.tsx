import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { INVOICE_FILTER_LABELS } from "#server/reports/rules/invoice-filter.ts";
import type { BatchDetail, InvoiceRow } from "#server/reports/schemas.ts";
import { batchSearchParams } from "./batch-search-params.ts";
import { INVOICE_PHONE_GRID, invoiceColumns } from "./invoice-columns.tsx";
import { InvoiceFilterChips } from "./invoice-filter-chips.tsx";
import { NeedsYouList } from "./needs-you-list.tsx";
import { useBatchInvoices } from "./use-batch-invoices.ts";

type Props = { batch: BatchDetail; onOpen: (invoice: InvoiceRow) => void };

/** The invoices of a batch: what needs a person with its reason, then all of them, narrowed by chip and search. */
export function BatchInvoices({ batch, onOpen }: Props) {
  const [{ show, q }, setParams] = useQueryStates(batchSearchParams, { history: "replace" });
  const search = useCallback((text: string) => void setParams({ q: text || null }), [setParams]);
  const { query, rows, loadMore } = useBatchInvoices({ batchId: batch.id, filter: show, search: q || null });
  const columns = useMemo(() => invoiceColumns(show, onOpen), [show, onOpen]);
  return (
    <>
      {show === "all" && q === "" && (
        <NeedsYouList batch={batch} onOpen={onOpen} onShowAll={() => void setParams({ show: "needs_you" })} />
      )}
      <search
        aria-label="Filter invoices"
        className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 md:px-6"
      >
        <InvoiceFilterChips
          counts={batch.filterCounts}
          value={show}
          onChange={(filter) => void setParams({ show: filter })}
        />
        <SearchBox
          label="Search invoices"
          placeholder="Load, invoice, PO, MC or customer"
          value={q}
          onSearch={search}
        />
      </search>
      {query.isError ? (
        <ErrorState
          title="The invoices could not be loaded"
          message={query.error.message}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <div className="md:px-4">
          <DataTable
            label={`Invoices of batch ${batch.number}`}
            columns={columns}
            rows={rows}
            rowKey={(invoice) => invoice.id}
            rowCount={q ? undefined : batch.filterCounts[show]}
            loading={query.isPending}
            onOpen={onOpen}
            onEndReached={loadMore}
            phoneGrid={INVOICE_PHONE_GRID}
            empty={
              <EmptyState
                title="No invoice fits"
                action={<Button onClick={() => void setParams({ show: null, q: null })}>Show all</Button>}
              >
                {q
                  ? `Nothing in “${INVOICE_FILTER_LABELS[show]}” matches “${q}”.`
                  : `No invoice of this batch is in “${INVOICE_FILTER_LABELS[show]}”.`}
              </EmptyState>
            }
          />
        </div>
      )}
    </>
  );
}
