import { CSV_BYTE_ORDER_MARK, type CsvCell, csvLine } from "./rules/csv.ts";

/** A column of a CSV file. `title` and `cell` get the zone in which times are written. */
export type CsvColumn<Row> = {
  title: (timeZone: string) => string;
  cell: (row: Row, timeZone: string) => CsvCell;
};

type Pages<Row> = {
  columns: readonly CsvColumn<Row>[];
  timeZone: string;
  pageSize: number;
  /** The rows after `last`, at most a page; `last` is undefined for the first page. */
  read: (last: Row | undefined) => Promise<Row[]>;
};

/** A CSV file in pieces, one page of rows in memory at a time. */
export async function* csvPages<Row>({
  columns,
  timeZone,
  pageSize,
  read,
}: Pages<Row>): AsyncGenerator<string> {
  yield CSV_BYTE_ORDER_MARK + csvLine(columns.map((column) => column.title(timeZone)));
  let last: Row | undefined;
  do {
    const rows = await read(last);
    if (rows.length > 0)
      yield rows.map((row) => csvLine(columns.map((column) => column.cell(row, timeZone)))).join("");
    last = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (last !== undefined);
}
