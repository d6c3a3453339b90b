"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { DataTableColumn, SortDirection } from "./data-table-column.ts";
import { DataTableHead } from "./data-table-head.tsx";
import { DataTableRow } from "./data-table-row.tsx";
import { DataTableSkeleton } from "./data-table-skeleton.tsx";
import type { RowSelection } from "./row-selection.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useRowWindow } from "./use-row-window.ts";

type DataTableProps<Row> = {
  /** What the list is, for those who hear it. */
  label: string;
  columns: DataTableColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** How many rows there are in all, loaded or not. */
  rowCount?: number;
  /** True until the first rows are there: skeleton rows of the same size stand for them. */
  loading?: boolean;
  sort?: { column: string; direction: SortDirection };
  onSort?: (column: string) => void;
  /** Gives each row a checkbox, and the head one for all. */
  selection?: RowSelection<Row>;
  onOpen?: (row: Row) => void;
  /** Called when the last loaded rows come into sight. */
  onEndReached?: () => void;
  /** Shown under the head when there are no rows. */
  empty?: ReactNode;
  /** Columns of the phone's two-line row ("max-md:grid-cols-[1fr_auto]"). */
  phoneGrid?: string;
};

/**
 * A long list: sticky head, fixed columns, only the rows in sight in the document, scrolled with the page.
 * Keys: j/k or arrows move, x chooses (shift for ranges), Enter opens.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, selection, onOpen, onEndReached, loading = false } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { items, before, after, reveal } = useRowWindow(rows.length, body);
  const active = useListKeys({
    count: rows.length,
    reveal,
    onChoose: (index, range) => withRow(rows, index, (row) => selection?.toggle(row, range)),
    onOpen: (index) => withRow(rows, index, (row) => onOpen?.(row)),
  });
  // One row is in the tab order: the active one, else the first of those in the document.
  const tabbable = items.some(({ index }) => index === active.index) ? active.index : items[0]?.index;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 15) onEndReached?.();
  }, [last, rows.length, onEndReached]);

  return (
    <>
      <table
        data-slot="data-table"
        aria-label={props.label}
        aria-rowcount={(props.rowCount ?? rows.length) + 1}
        aria-busy={loading}
        className="w-full table-fixed border-separate border-spacing-0 text-sm max-md:block"
      >
        <DataTableHead columns={columns} sort={props.sort} onSort={props.onSort} selection={selection} />
        <tbody ref={body} onBlur={active.leave} className="max-md:block">
          {loading && <DataTableSkeleton columns={columns} selectable={selection !== undefined} />}
          <Gap height={before} />
          {items.map(({ index }) =>
            withRow(rows, index, (row) => (
              <DataTableRow
                key={rowKey(row)}
                index={index}
                row={row}
                columns={columns}
                tabbable={index === tabbable}
                selected={selection?.has(row)}
                onToggle={selection?.toggle}
                selectLabel={selection?.label}
                onActivate={active.enter}
                onOpen={onOpen}
                phoneGrid={props.phoneGrid}
              />
            )),
          )}
          <Gap height={after} />
        </tbody>
      </table>
      {!loading && rows.length === 0 && props.empty}
    </>
  );
}

function withRow<Row, T>(rows: Row[], index: number, use: (row: Row) => T): T | undefined {
  const row = rows[index];
  return row === undefined ? undefined : use(row);
}

// Stands for the rows above or below those in sight. One cell: a colspan would count the hidden columns too.
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="max-md:block" style={{ height }}>
      <td />
    </tr>
  );
}
