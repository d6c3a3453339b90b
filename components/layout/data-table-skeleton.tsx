import { cn } from "#components/ui/cn.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { DataTableColumn } from "./data-table-column.ts";

const placeholders = Array.from({ length: 12 }, (_, index) => index);

/** Rows of the same size as those that come, so nothing jumps when they do. */
export function DataTableSkeleton<Row>({
  columns,
  selectable,
}: {
  columns: DataTableColumn<Row>[];
  selectable: boolean;
}) {
  return placeholders.map((index) => (
    <tr key={index} className="max-md:flex max-md:h-[60px] max-md:items-center max-md:gap-4 max-md:px-4">
      {selectable && <td className="h-[38px] border-b px-2 max-md:hidden" />}
      {columns.map((column) => (
        <td
          key={column.id}
          className={cn(
            "h-[38px] border-b px-2 max-md:h-auto max-md:flex-1 max-md:border-0",
            column.className,
          )}
        >
          <Skeleton className={cn("w-3/4", column.align === "right" && "ml-auto")} />
        </td>
      ))}
    </tr>
  ));
}
