import Link from "next/link";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { cn } from "#components/ui/cn.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { BatchRow } from "#server/reports/schemas.ts";
import { BatchStateChip } from "./batch-state-chip.tsx";
import { CheckedBy } from "./checked-by.tsx";
import { When } from "./when.tsx";

/** The phone's two-line row: number, subsidiary and total over when and state. */
export const BATCH_PHONE_GRID = "max-md:grid-cols-[auto_1fr_auto]";

type Column = DataTableColumn<BatchRow>;

const laptopOnly = "max-md:hidden";

/** The columns of Reports > Factoring (R29). */
export const BATCH_COLUMNS: Column[] = [
  {
    id: "number",
    header: "Batch",
    width: "56px",
    className: "max-md:col-start-1 max-md:row-start-1",
    cell: (batch) => (
      <Link
        href={`/reports/factoring/${batch.id}`}
        prefetch={false}
        className="font-medium text-link tabular-nums hover:underline"
      >
        {batch.number}
      </Link>
    ),
  },
  {
    id: "state",
    header: "State",
    width: "116px",
    className: "max-md:col-start-3 max-md:row-start-2 max-md:text-right",
    cell: (batch) => <BatchStateChip batch={batch} />,
  },
  {
    id: "subsidiary",
    header: "Subsidiary",
    className: "max-md:col-start-2 max-md:row-start-1",
    cell: (batch) => <span title={batch.subsidiaryName}>{batch.subsidiaryName}</span>,
  },
  {
    id: "submitted",
    header: "Submitted",
    width: "136px",
    className: "max-md:col-span-2 max-md:row-start-2 max-md:text-muted-foreground",
    cell: (batch) => <When at={batch.submittedAt} />,
  },
  {
    id: "by",
    header: "By",
    width: "96px",
    className: "max-xl:hidden",
    cell: (batch) => <span title={batch.submittedByName}>{batch.submittedByName}</span>,
  },
  count("invoices", "Invoices", "64px", (batch) => batch.invoiceCount),
  count("accepted", "Accepted", "72px", (batch) => batch.accepted),
  count("failed", "Failed", "56px", (batch) => batch.failed, "text-failed"),
  count("financed", "Financed", "68px", (batch) => batch.financed),
  count("open", "Open", "48px", (batch) => batch.open),
  {
    id: "total",
    header: "Total",
    width: "96px",
    align: "right",
    className: "max-md:col-start-3 max-md:row-start-1 max-md:font-medium",
    cell: (batch) => formatCents(batch.totalCents),
  },
  {
    id: "financed-total",
    header: "Financed total",
    width: "104px",
    align: "right",
    className: laptopOnly,
    cell: (batch) => <Money cents={batch.financedCents} />,
  },
  {
    id: "last-sync",
    header: "Last sync",
    width: "172px",
    className: "max-lg:hidden",
    cell: (batch) => <CheckedBy checked={batch.lastSync} />,
  },
];

function count(
  id: string,
  header: string,
  width: string,
  read: (batch: BatchRow) => number,
  emphasis?: string,
): Column {
  return {
    id,
    header,
    width,
    align: "right",
    className: laptopOnly,
    cell: (batch) => (
      <span className={cn(read(batch) === 0 ? "text-muted-foreground" : emphasis)}>{read(batch)}</span>
    ),
  };
}

function Money({ cents }: { cents: number }) {
  return <span className={cn(cents === 0 && "text-muted-foreground")}>{formatCents(cents)}</span>;
}
