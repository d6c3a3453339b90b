import { memo, type ReactElement } from "react";
import { cn } from "#components/ui/cn.ts";
import type { DataTableColumn } from "./data-table-column.ts";

type DataTableRowProps<Row> = {
  index: number;
  row: Row;
  columns: DataTableColumn<Row>[];
  active: boolean;
  selected: boolean;
  onActivate: (index: number) => void;
  onOpen?: (row: Row) => void;
  phoneGrid?: string;
};

/** Heights in px, known to the row window too: a row of a laptop, a two-line row of a phone. */
export const ROW_HEIGHT = { wide: 38, phone: 60 } as const;

function Row<T>({
  index,
  row,
  columns,
  active,
  selected,
  onActivate,
  onOpen,
  phoneGrid,
}: DataTableRowProps<T>) {
  return (
    <tr
      data-slot="data-table-row"
      data-index={index}
      // The head is row 1.
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActivate(index)}
      onDoubleClick={() => onOpen?.(row)}
      className={cn(
        "group h-[38px] -outline-offset-2 hover:bg-muted aria-selected:bg-selected",
        "max-md:grid max-md:h-[60px] max-md:items-center max-md:gap-x-2 max-md:border-b max-md:px-4 max-md:py-2",
        phoneGrid ?? "max-md:grid-cols-[1fr_auto]",
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          className={cn(
            "h-[38px] truncate border-b px-2 max-md:h-auto max-md:border-0 max-md:px-0",
            column.align === "right" && "text-right tabular-nums",
            column.className,
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row, drawn again only when it or its state changes. */
export const DataTableRow = memo(Row) as <T>(props: DataTableRowProps<T>) => ReactElement;
