import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A small table whose rows are all there; long lists use `DataTable` of components/layout. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div data-slot="table-frame" className="overflow-x-auto">
      <table data-slot="table" className={cn("w-full table-fixed text-sm", className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      data-slot="table-head"
      scope="col"
      className={cn("h-8 truncate px-2 text-left font-medium text-muted-foreground text-xs", className)}
      {...props}
    />
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr data-slot="table-row" className={cn("border-t", className)} {...props} />;
}

/** A cell of one line; `numeric` sets it right, in figures of one width. */
export function TableCell({
  className,
  numeric = false,
  ...props
}: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      data-slot="table-cell"
      className={cn("h-9 truncate px-2", numeric && "text-right tabular-nums", className)}
      {...props}
    />
  );
}
