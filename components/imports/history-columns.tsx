import Link from "next/link";
import type { DataTableColumn } from "#components/layout/data-table-column.ts";
import { When } from "#components/reports/when.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";
import type { ImportListRow } from "#server/imports/schemas.ts";
import { formatCount } from "#server/kernel/count.ts";
import { STATUS_WORDS } from "./import-words.ts";

/** The phone's two-line row: file and state over when and what is new. */
export const HISTORY_PHONE_GRID = "max-md:grid-cols-[minmax(0,1fr)_auto]";

type Column = DataTableColumn<ImportListRow>;

/** The columns of past imports (R21). */
export const HISTORY_COLUMNS: Column[] = [
  {
    id: "file",
    header: "File",
    className: "max-md:col-start-1 max-md:row-start-1",
    cell: ({ id, fileName }) => (
      <Link href={`/import/${id}`} title={fileName} className="font-medium text-link hover:underline">
        {fileName}
      </Link>
    ),
  },
  {
    id: "kind",
    header: "Rows of",
    width: "96px",
    className: "max-md:hidden",
    cell: ({ kind }) => (kind === "customers" ? "Customers" : "Loads"),
  },
  {
    id: "state",
    header: "State",
    width: "112px",
    className: "max-md:col-start-2 max-md:row-start-1 max-md:text-right",
    cell: ({ status }) => {
      const { label, meaning } = STATUS_WORDS[status];
      return <StatusChip meaning={meaning}>{label}</StatusChip>;
    },
  },
  {
    id: "when",
    header: "Added",
    width: "144px",
    className: "max-md:col-start-1 max-md:row-start-2 max-md:text-muted-foreground",
    cell: ({ createdAt }) => <When at={createdAt} />,
  },
  {
    id: "by",
    header: "By",
    width: "128px",
    className: "max-lg:hidden",
    cell: ({ byName }) => <span title={byName}>{byName}</span>,
  },
  count("rows", "Rows", (row) => row.totalRows),
  {
    ...count("new", "New", (row) => row.createdRows),
    className: "max-md:col-start-2 max-md:row-start-2 max-md:before:content-['New_']",
  },
  count("known", "Here already", (row) => row.knownRows, "96px"),
  count("bad", "Bad", (row) => row.badRows),
];

function count(id: string, header: string, read: (row: ImportListRow) => number, width = "72px"): Column {
  return {
    id,
    header,
    width,
    align: "right",
    className: "max-md:hidden",
    cell: (row) => formatCount(read(row)),
  };
}
