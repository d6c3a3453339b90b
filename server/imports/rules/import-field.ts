import { CUSTOMER_FIELDS } from "./customer-fields.ts";
import type { ImportKind } from "./import-kind.ts";
import { LOAD_FIELDS } from "./load-fields.ts";

/** A field of Lading that a column of the file can fill. */
export type ImportField = {
  name: string;
  label: string;
  /** True where no row is good without it. */
  required: boolean;
  /** What the field takes, where its name doesn't say. */
  hint?: string;
  /** Headers of other programs' exports, the likeliest first, in lower case without signs, between commas. */
  headers: string;
  /** Values that may stand for every row of the file where it has no such column. */
  choices?: readonly string[];
};

/** What a file of this kind can fill, in the order people are asked. */
export function importFields(kind: ImportKind): readonly ImportField[] {
  return kind === "customers" ? CUSTOMER_FIELDS : LOAD_FIELDS;
}

/** The label of a field, as people know it. */
export function fieldLabel(kind: ImportKind, name: string): string {
  return importFields(kind).find((field) => field.name === name)?.label ?? name;
}
