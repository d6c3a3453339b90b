import { hash } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { FileLine } from "../file/file-lines.ts";
import { quoteCell } from "../rules/cell.ts";
import { type ImportMapping, rowReader } from "../rules/import-mapping.ts";
import type { RowProblem, RowReading } from "../rules/row-reading.ts";
import type { GoodRow, RowKind } from "./row-kind.ts";

/** A row that can't be imported: its line, what it is about in the file's words, and all that is wrong. */
export type BadRow = { line: number; label: string; problems: RowProblem[] };

/** Rows of a file told apart. `known` counts those whose customer or load is here, or stood above in the file. */
export type SortedRows<Ready> = { good: GoodRow<Ready>[]; known: number; bad: BadRow[] };

/** How a file is read: its columns, what fills which field, and the company's calendar day. */
export type FileReading = { headers: readonly string[]; mapping: ImportMapping; today: string };

type Read<Value> = FileLine & { label: string; reading: RowReading<Value> };

/**
 * Tells the rows of a file apart: new, already here, bad. It remembers what stood above, so it must be given every
 * row from the first on, in order: `skip` for rows that are done with, `sort` for the others.
 */
export function rowSorter<Value, Ready>(kind: RowKind<Value, Ready>, file: FileReading) {
  const textOf = rowReader(file.headers, file.mapping);
  const above = new Map<string, { line: number; fingerprint: string }>();

  const read = (row: FileLine): Read<Value> => {
    const text = textOf(row.cells);
    return { ...row, label: text(kind.keyField), reading: kind.read(text, file.today) };
  };

  /** The row above about the same thing; notes this row where it is the first. */
  const findAbove = ({ line, cells, reading }: Read<Value>) => {
    if (reading.key === null) return undefined;
    const fingerprint = hash("sha1", cells.join("\u001f"), "base64");
    const first = above.get(reading.key);
    if (!first) above.set(reading.key, { line, fingerprint });
    return first && { line: first.line, isSame: first.fingerprint === fingerprint };
  };

  return {
    skip: (rows: FileLine[]) => {
      for (const row of rows) findAbove(read(row));
    },
    sort: async (tx: Tx, scope: CompanyScope, rows: FileLine[]): Promise<SortedRows<Ready>> => {
      const sorted: SortedRows<Ready> = { good: [], known: 0, bad: [] };
      const first: Read<Value>[] = [];
      for (const row of rows.map(read)) {
        const earlier = findAbove(row);
        if (!earlier) first.push(row);
        else if (earlier.isSame) sorted.known += 1;
        else
          sorted.bad.push({
            line: row.line,
            label: row.label,
            problems: [repeated(kind.keyField, earlier.line)],
          });
      }
      const keys = first.flatMap(({ reading }) => reading.key ?? []);
      const known = keys.length > 0 ? await kind.findKnown(tx, scope, keys) : new Set<string>();
      const values = first.flatMap(({ reading }) => reading.value ?? []);
      const resolve = await kind.resolver(tx, scope, values);
      for (const { line, label, cells, reading } of first) {
        if (reading.key !== null && known.has(reading.key)) {
          sorted.known += 1;
          continue;
        }
        const surplus = surplusProblem(cells, file.headers.length);
        const resolved = reading.value === null ? { problems: reading.problems } : resolve(reading.value);
        if (surplus) sorted.bad.push({ line, label, problems: [surplus] });
        else if ("ready" in resolved) sorted.good.push({ line, ready: resolved.ready });
        else sorted.bad.push({ line, label, problems: resolved.problems });
      }
      sorted.bad.sort((one, other) => one.line - other.line);
      return sorted;
    },
  };
}

function repeated(field: string, line: number): RowProblem {
  return {
    field,
    reason: `Line ${line} is about the same one, with other values. Keep one of the two lines.`,
  };
}

/** With more cells than headers, what stands in which column is a guess: most often an amount lost its quotes. */
function surplusProblem(cells: readonly string[], columns: number): RowProblem | undefined {
  const surplus = cells.slice(columns).find((cell) => cell.trim() !== "");
  if (surplus === undefined) return undefined;
  const reason = `The line has more columns than the first line: ${quoteCell(surplus.trim())} is one too many. Put quotation marks around text that holds the separator.`;
  return { field: null, reason };
}
