import { foreignKey, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { IMPORTANT_INFO_KINDS } from "#server/company-profile/rules/important-info-kind.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn } from "./columns.ts";
import { companies } from "./people.ts";

export const importantInfoKindEnum = pgEnum("important_info_kind", IMPORTANT_INFO_KINDS);

/** A carrier authority of the company: its own USDOT, its own OTR login. */
export const subsidiaries = pgTable(
  "subsidiaries",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("subsidiary").notNull(),
    name: text().notNull(),
    street: text().notNull().default(""),
    city: text().notNull().default(""),
    state: text().notNull().default(""),
    zip: text().notNull().default(""),
    /** Digits. May be empty, but no batch goes without it (R6). */
    usdotNumber: text(),
    mcNumber: text(),
    timeZone: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("subsidiaries_name").on(t.companyId, t.name),
    companyIsolation(),
  ],
);

/** Every version of a text; the highest version is the current one, invoices keep the one they printed (R4). */
export const importantInfoVersions = pgTable(
  "important_info_versions",
  {
    companyId: companyIdColumn(),
    id: idColumn("info").notNull(),
    subsidiaryId: idColumn("subsidiary").notNull(),
    kind: importantInfoKindEnum().notNull(),
    version: integer().notNull(),
    body: text().notNull(),
    createdBy: idColumn("user").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("important_info_current").on(t.companyId, t.subsidiaryId, t.kind, t.version),
    foreignKey({
      columns: [t.companyId, t.subsidiaryId],
      foreignColumns: [subsidiaries.companyId, subsidiaries.id],
      name: "important_info_subsidiary",
    }),
    companyIsolation(),
  ],
);
