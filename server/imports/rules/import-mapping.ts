import { importFields } from "./import-field.ts";
import type { ImportKind } from "./import-kind.ts";

/** Where a field's text comes from: a column of the file, or one value that stands for every row. */
export type FieldSource = { header: string } | { value: string };

/** Which field is filled from where; a field that is left out stays empty. */
export type ImportMapping = Record<string, FieldSource>;

/** Reads the text of a field in a row; "" where nothing fills it. */
export type TextOf = (field: string) => string;

/** Makes the reader of a file's rows: `textOf(cells)("loadNumber")`. Text comes trimmed, inner blanks as one. */
export function rowReader(headers: readonly string[], mapping: ImportMapping): (cells: string[]) => TextOf {
  const columns = new Map<string, number>();
  const values = new Map<string, string>();
  for (const [field, source] of Object.entries(mapping)) {
    if ("value" in source) values.set(field, source.value);
    else columns.set(field, headers.indexOf(source.header));
  }
  return (cells) => (field) => {
    const column = columns.get(field);
    const text = column === undefined ? values.get(field) : cells[column];
    return (text ?? "").replace(/\s+/g, " ").trim();
  };
}

/** The mapping as far as it fits this file: unknown fields and columns that the file doesn't have are left out. */
export function fittingMapping(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
): ImportMapping {
  const known = new Set(headers);
  const fits = (source: FieldSource | undefined): source is FieldSource =>
    source !== undefined && ("value" in source ? source.value !== "" : known.has(source.header));
  return Object.fromEntries(
    importFields(kind).flatMap(({ name }) => {
      const source = mapping[name];
      return fits(source) ? [[name, source]] : [];
    }),
  );
}

/** What a mapping lacks, in sentences; empty when the file can be checked. */
export function mappingGaps(kind: ImportKind, mapping: ImportMapping): string[] {
  const gaps = importFields(kind)
    .filter(({ name, required }) => required && !mapping[name])
    .map(({ label }) => `Choose the column that holds the ${label.toLowerCase()}.`);
  if (kind === "customers") return gaps;
  if (!mapping.customer && !mapping.customerMc)
    gaps.push("Choose the column that holds the customer’s name, or the one with its MC number.");
  if (!mapping.lineHaul && !mapping.total)
    gaps.push("Choose the column that holds the line haul, or the one with the total.");
  return gaps;
}
