import { memo, type ReactElement } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import type { DataTableColumn } from "./data-table-column.ts";

type DataTableRowProps<Row> = {
  index: number;
  row: Row;
  columns: DataTableColumn<Row>[];
  /** One row of the list is in the tab order: the active one, else the first. */
  tabbable: boolean;
  /** Undefined where rows can't be chosen. */
  selected?: boolean;
  onToggle?: (row: Row, range: boolean) => void;
  selectLabel?: (row: Row) => string;
  onActivate: (index: number) => void;
  onOpen?: (row: Row) => void;
  phoneGrid?: string;
};

/** Heights in px, known to the row window too: a row of a laptop, a two-line row of a phone. */
export const ROW_HEIGHT = { wide: 38, phone: 60 } as const;

function Row<T>(props: DataTableRowProps<T>) {
  const { index, row, columns, tabbable, selected, onToggle, onActivate, onOpen } = props;
  return (
    <tr
      data-slot="data-table-row"
      data-index={index}
      // The head is row 1.
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      onFocus={() => onActivate(index)}
      onDoubleClick={() => onOpen?.(row)}
      className={props.phoneGrid ?? "max-md:grid-cols-[1fr_auto]"}
    >
      {onToggle && (
        <td data-slot="choice">
          <Checkbox
            aria-label={props.selectLabel?.(row)}
            tabIndex={-1}
            checked={selected ?? false}
            onChange={({ nativeEvent }) =>
              onToggle(row, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={cn(column.align === "right" && "text-right tabular-nums", column.className) || undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row, drawn again only when it or its state changes. */
export const DataTableRow = memo(Row) as <T>(props: DataTableRowProps<T>) => ReactElement;
