import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import type { DataTableColumn, SortDirection } from "./data-table-column.ts";
import type { RowSelection } from "./row-selection.ts";

type DataTableHeadProps<Row> = {
  columns: DataTableColumn<Row>[];
  sort?: { column: string; direction: SortDirection };
  onSort?: (column: string) => void;
  selection?: RowSelection<Row>;
};

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** The sticky head; a sortable column is a button that turns its order around. */
export function DataTableHead<Row>({ columns, sort, onSort, selection }: DataTableHeadProps<Row>) {
  return (
    <thead className="max-md:hidden">
      <tr>
        {selection && (
          <th
            scope="col"
            className="sticky top-0 z-10 h-8 w-8 border-b bg-background px-2 text-left leading-none"
          >
            <Checkbox
              aria-label="Select all"
              checked={selection.state === "all"}
              indeterminate={selection.state === "some"}
              onChange={selection.toggleAll}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              title={column.hint}
              aria-sort={direction && ARIA_SORT[direction]}
              style={{ width: column.width }}
              className={cn(
                "sticky top-0 z-10 h-8 truncate border-b bg-background px-2 text-left font-medium text-muted-foreground text-xs",
                column.align === "right" && "text-right",
                column.className,
              )}
            >
              {column.sortable && onSort ? (
                <SortButton
                  onClick={() => onSort(column.id)}
                  direction={direction}
                  right={column.align === "right"}
                >
                  {column.header}
                </SortButton>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type SortButtonProps = {
  children: React.ReactNode;
  direction?: SortDirection;
  right: boolean;
  onClick: () => void;
};

function SortButton({ children, direction, right, onClick }: SortButtonProps) {
  const Arrow = direction === "desc" ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={onClick}
      className={cn(
        "group inline-flex max-w-full align-middle items-center gap-1 rounded-sm hover:text-foreground",
        right && "flex-row-reverse",
        direction && "text-foreground",
      )}
    >
      <span className="truncate">{children}</span>
      <Arrow
        aria-hidden
        className={cn("size-3 shrink-0", !direction && "opacity-0 group-hover:opacity-60")}
      />
    </button>
  );
}
