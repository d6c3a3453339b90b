import { FileText } from "lucide-react";
import Link from "next/link";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { cn } from "#components/ui/cn.ts";
import { MeaningShape } from "#components/ui/status-chip.tsx";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { QueueItem } from "./dto.ts";

/** The phone's two lines: checkbox, customer over load and age, amount over delivery. */
export const QUEUE_PHONE_GRID = "max-md:grid-cols-[24px_minmax(0,1fr)_auto]";

/** The columns of the queue, most important first (R23). Narrow windows lose the ones that say least. */
export const QUEUE_COLUMNS: DataTableColumn<QueueItem>[] = [
  {
    id: "load",
    header: "Load #",
    width: "84px",
    sortable: true,
    className: "max-md:col-start-2 max-md:row-start-2 max-md:text-muted-foreground",
    cell: (row) => (
      <Link href={`/loads/${row.id}`} prefetch={false} className="font-medium tabular-nums hover:underline">
        {row.load}
      </Link>
    ),
  },
  {
    id: "invoice",
    header: "Invoice #",
    width: "76px",
    className: "max-lg:hidden tabular-nums",
    cell: (row) => row.invoice,
  },
  {
    id: "customer",
    header: "Customer",
    sortable: true,
    className: "max-md:col-start-2 max-md:row-start-1 max-md:font-medium",
    cell: (row) => (
      <span className="flex items-center gap-1.5">
        <CreditIcon mark={row.customer.credit} />
        <span className="truncate">{row.customer.name}</span>
        {!row.customer.mc && <NoMc className="lg:hidden" />}
        {row.failedBefore && (
          <span title="Failed before" className="inline-flex shrink-0 items-center gap-1 text-failed text-xs">
            <MeaningShape meaning="failed" /> Failed
          </span>
        )}
      </span>
    ),
  },
  { id: "mc", header: "MC", width: "76px", className: "max-lg:hidden", cell: McNumber },
  {
    id: "po",
    header: "PO",
    width: "100px",
    className: "max-xl:hidden",
    cell: (row) => row.po,
  },
  {
    id: "lane",
    header: "Lane",
    width: "184px",
    className: "max-xl:hidden text-muted-foreground",
    cell: (row) => <span title={`${row.from} to ${row.to}`}>{`${row.from} → ${row.to}`}</span>,
  },
  {
    id: "delivered",
    header: "Delivered",
    width: "96px",
    sortable: true,
    className:
      "tabular-nums max-md:col-start-3 max-md:row-start-2 max-md:text-right max-md:text-muted-foreground",
    cell: (row) => (row.delivered ? formatCalendarDate(row.delivered) : "No date"),
  },
  {
    id: "invoiced",
    header: "Invoiced",
    hint: "Invoice date",
    width: "96px",
    sortable: true,
    className: "max-xl:hidden tabular-nums",
    cell: (row) => formatCalendarDate(row.invoiced),
  },
  {
    id: "amount",
    header: "Amount",
    width: "104px",
    align: "right",
    sortable: true,
    className: "font-medium max-md:col-start-3 max-md:row-start-1",
    cell: (row) => formatCents(row.cents),
  },
  {
    id: "documents",
    header: "Docs",
    hint: "The merged document that goes to OTR, and its pages",
    width: "52px",
    align: "right",
    className: "max-md:hidden",
    cell: (row) => (
      <a
        href={`/api/documents/${row.packet}`}
        target="_blank"
        rel="noreferrer"
        aria-label={`Merged document of load ${row.load}${row.pages ? `, ${row.pages} pages` : ""}`}
        className="inline-flex items-center gap-1 text-muted-foreground hover:text-link"
      >
        {row.pages}
        <FileText aria-hidden className="size-4" />
      </a>
    ),
  },
  {
    id: "age",
    header: "Age",
    hint: "Days since delivery",
    width: "48px",
    align: "right",
    className: "max-md:hidden",
    cell: (row) => (row.age === null ? "" : `${row.age} d`),
  },
];

function McNumber({ customer }: QueueItem) {
  return customer.mc ? <span className="tabular-nums">{customer.mc}</span> : <NoMc />;
}

// A load without MC number can be submitted and will fail alone (R25): say so where the number would stand.
function NoMc({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex shrink-0 items-center gap-1 text-attention text-xs", className)}>
      <MeaningShape meaning="attention" /> No MC
    </span>
  );
}
