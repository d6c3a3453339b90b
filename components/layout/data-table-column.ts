import type { ReactNode } from "react";

export type SortDirection = "asc" | "desc";

/** One column of a `DataTable`. Widths are fixed, so nothing moves while rows load. */
export type DataTableColumn<Row> = {
  id: string;
  header: ReactNode;
  /** CSS width, e.g. "92px"; left out, the column takes what is over. */
  width?: string;
  align?: "right";
  sortable?: boolean;
  /** What the header says on hover where its word is short. */
  hint?: string;
  /**
   * Classes of head and cells: where the column hides, and where it stands in the two-line row of a phone
   * ("max-md:col-start-2 max-md:row-start-1"; "max-md:hidden").
   */
  className?: string;
  cell: (row: Row) => ReactNode;
};
