/** The rows a person has chosen, as a `DataTable` shows and changes them. Keep the functions stable. */
export type RowSelection<Row> = {
  has: (row: Row) => boolean;
  /** `range`: everything from the row chosen before up to this one. */
  toggle: (row: Row, range: boolean) => void;
  /** How much of the whole list, loaded or not, is chosen. */
  state: "all" | "some" | "none";
  toggleAll: () => void;
  /** What the row's checkbox is called: "Select load 60417". */
  label: (row: Row) => string;
};
