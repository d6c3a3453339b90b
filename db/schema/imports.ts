import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { IMPORT_KINDS, IMPORT_MODES, IMPORT_STATUSES } from "#server/imports/rules/import-kind.ts";
import type { ImportMapping } from "#server/imports/rules/import-mapping.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";
import { companies } from "./people.ts";

export const importKindEnum = pgEnum("import_kind", IMPORT_KINDS);
export const importModeEnum = pgEnum("import_mode", IMPORT_MODES);
export const importStatusEnum = pgEnum("import_status", IMPORT_STATUSES);

/** A CSV file of customers or loads on its way in (R21). The bytes lie in file storage under their hash. */
export const imports = pgTable(
  "imports",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("import").notNull(),
    kind: importKindEnum().notNull(),
    status: importStatusEnum().notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    headers: jsonb().$type<string[]>().notNull(),
    mapping: jsonb().$type<ImportMapping>().notNull().default({}),
    mode: importModeEnum(),
    totalRows: integer().notNull().default(0),
    /** Rows gone through so far; the progress bar. */
    doneRows: integer().notNull().default(0),
    createdRows: integer().notNull().default(0),
    /** Rows whose customer or load was here already: nothing is made twice. */
    knownRows: integer().notNull().default(0),
    badRows: integer().notNull().default(0),
    createdBy: idColumn("user").notNull(),
    createdAt: createdAt(),
    startedAt: instant(),
    /** When the sweep set it going again since then, which it does once. */
    revivedAt: instant(),
    finishedAt: instant(),
    /** Why it stopped, in plain words. */
    failure: text(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("imports_running").on(t.startedAt).where(sql`status = 'running' and revived_at is null`),
    companyIsolation(),
  ],
);

/** The mapping a company last used for a file with these headers. */
export const importMappings = pgTable(
  "import_mappings",
  {
    companyId: companyIdColumn().references(() => companies.id),
    kind: importKindEnum().notNull(),
    /** Hex SHA-256 of the headers. */
    headersSha256: text().notNull(),
    mapping: jsonb().$type<ImportMapping>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.kind, t.headersSha256] }), companyIsolation()],
);
