import Link from "next/link";
import { CreditIcon } from "#components/credit-check/credit-icon.tsx";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { LoadRow } from "#server/loads/schemas.ts";
import { LoadStatusChip } from "./load-status-chip.tsx";

/** The phone's two-line row: number and amount over customer and status. Columns count from the right, past a checkbox. */
export const LOAD_PHONE_GRID = {
  plain: "max-md:grid-cols-[minmax(0,1fr)_auto]",
  selectable: "max-md:grid-cols-[auto_minmax(0,1fr)_auto]",
} as const;

/** The columns of Loads (R18). */
export const LOAD_COLUMNS: DataTableColumn<LoadRow>[] = [
  {
    id: "number",
    header: "Load #",
    width: "96px",
    className: "max-md:col-start-[-3] max-md:row-start-1",
    cell: ({ id, number }) => (
      <Link
        href={`/loads/${id}`}
        prefetch={false}
        className="font-medium text-link tabular-nums hover:underline"
      >
        {number}
      </Link>
    ),
  },
  {
    id: "customer",
    header: "Customer",
    className: "max-md:col-start-[-3] max-md:row-start-2 max-md:text-muted-foreground",
    cell: ({ customer, credit }) => (
      <span className="flex items-center gap-1.5">
        <CreditIcon mark={credit} />
        <span className="truncate" title={customer}>
          {customer}
        </span>
      </span>
    ),
  },
  { id: "po", header: "PO", width: "116px", className: "max-md:hidden", cell: ({ po }) => po || "Missing" },
  {
    id: "lane",
    header: "Lane",
    width: "260px",
    className: "max-lg:hidden",
    cell: ({ lane }) => <span title={lane}>{lane}</span>,
  },
  {
    id: "status",
    header: "Status",
    width: "116px",
    className: "max-md:col-start-[-2] max-md:row-start-2 max-md:text-right",
    cell: ({ status }) => <LoadStatusChip status={status} />,
  },
  {
    id: "delivered",
    header: "Delivered",
    width: "128px",
    className: "tabular-nums max-md:hidden",
    cell: Delivery,
  },
  {
    id: "amount",
    header: "Amount",
    width: "104px",
    align: "right",
    className: "max-md:col-start-[-2] max-md:row-start-1",
    cell: ({ cents }) => formatCents(cents),
  },
];

/** The day it was delivered, or is due. */
function Delivery({ status, deliveredOn }: LoadRow) {
  if (!deliveredOn) return "";
  const day = formatCalendarDate(deliveredOn);
  if (!UNDER_WAY.has(status)) return day;
  return <span className="text-muted-foreground">Due {day}</span>;
}

const UNDER_WAY: ReadonlySet<LoadRow["status"]> = new Set(["open", "dispatched", "in_transit"]);
