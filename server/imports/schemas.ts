import { z } from "zod";
import { harmlessFileName } from "#server/documents/rules/harmless-file-name.ts";
import { type ImportId, idSchema } from "#server/kernel/ids.ts";
import {
  IMPORT_KINDS,
  IMPORT_MODES,
  type ImportKind,
  type ImportMode,
  type ImportStatus,
} from "./rules/import-kind.ts";
import type { ImportMapping } from "./rules/import-mapping.ts";
import type { RowProblem } from "./rules/row-reading.ts";

export const importIdSchema = z.object({ importId: idSchema("import") });

export type ImportRef = z.output<typeof importIdSchema>;

export const importKindSchema = z.enum(IMPORT_KINDS);

/** An upload's address: what the file holds and what it is called. */
export const receiveImportSchema = z.object({
  kind: importKindSchema,
  fileName: z
    .string()
    .transform((name) => harmlessFileName(name).trim())
    .pipe(z.string().min(1).max(200)),
});

/** Far more than loads or customers have. */
const MOST_FIELDS = 100;

const fieldSourceSchema = z.union([
  z.object({ header: z.string().max(120) }).strict(),
  z.object({ value: z.string().min(1).max(120) }).strict(),
]);

/** Which column, or which value for every row, fills which field. */
export const matchColumnsSchema = importIdSchema.extend({
  mapping: z
    .record(z.string().max(40), fieldSourceSchema)
    .refine((mapping) => Object.keys(mapping).length <= MOST_FIELDS, "These are more fields than a row has."),
});

export type MatchColumns = z.output<typeof matchColumnsSchema>;

export const changeKindSchema = importIdSchema.extend({ kind: importKindSchema });

export type ChangeKind = z.output<typeof changeKindSchema>;

export const startImportSchema = importIdSchema.extend({ mode: z.enum(IMPORT_MODES) });

export type StartImport = z.output<typeof startImportSchema>;

/** A page of bad rows, those behind the line `cursor`. */
export const listBadRowsSchema = importIdSchema.extend({ cursor: z.number().int().min(0).nullish() });

export type ListBadRows = z.output<typeof listBadRowsSchema>;

export const listImportsSchema = z.object({ cursor: idSchema("import").nullish() });

export type ListImports = z.output<typeof listImportsSchema>;

/** Rows gone through, and what became of them. */
export type ImportCounts = { doneRows: number; createdRows: number; knownRows: number; badRows: number };

/** An import as its page shows it. Instants are ISO strings. */
export type ImportDetails = ImportCounts & {
  id: ImportId;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  mode: ImportMode | null;
  totalRows: number;
  headers: string[];
  mapping: ImportMapping;
  /** Set where the headers are clearly those of the other kind of file. */
  looksLike: ImportKind | null;
  byName: string;
  createdAt: string;
  finishedAt: string | null;
  /** Why it stopped, in a sentence. */
  failure: string | null;
  /** True where a running import has got nothing done for so long that its run must be lost. */
  isStalled: boolean;
};

/** For each column of the file, by header, the first values that stand in it. */
export type ColumnSamples = Record<string, string[]>;

/** What a check of the whole file found. Counts are rows. */
export type ImportCheck = {
  totalRows: number;
  newRows: number;
  knownRows: number;
  badRows: number;
  /** Bad rows whose customer the company doesn't have. */
  unknownCustomerRows: number;
};

/** A row that can't be imported: the line it begins in, what it is about, and all that is wrong with it. */
export type BadRowDetails = {
  line: number;
  label: string;
  problems: (RowProblem & { fieldLabel: string | null })[];
};

export type BadRowPage = { rows: BadRowDetails[]; nextCursor: number | null };

/** What came of a wish to start. */
export type StartImportResult = { kind: "started" } | { kind: "refused"; sentence: string };

export type ImportListRow = Pick<
  ImportDetails,
  | "id"
  | "kind"
  | "status"
  | "fileName"
  | "totalRows"
  | "createdRows"
  | "knownRows"
  | "badRows"
  | "byName"
  | "createdAt"
>;

export type ImportPage = { rows: ImportListRow[]; nextCursor: ImportId | null };
