import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { CUSTOMER_KINDS, INVOICING_METHODS } from "#server/customers/rules/invoicing-method.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, searchKey } from "./columns.ts";
import { companies } from "./people.ts";
import { subsidiaries } from "./subsidiaries.ts";

export const customerKindEnum = pgEnum("customer_kind", CUSTOMER_KINDS);
export const invoicingMethodEnum = pgEnum("invoicing_method", INVOICING_METHODS);

export const customers = pgTable(
  "customers",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("customer").notNull(),
    name: text().notNull(),
    // Names are the same in any case of letters. Row-level security lets an index serve a comparison of the column,
    // not of `lower(column)`.
    nameKey: searchKey().generatedAlwaysAs(sql`lower(name)`),
    kind: customerKindEnum().notNull(),
    /** Digits without leading zeros (R11). */
    mcNumber: text(),
    street: text().notNull().default(""),
    city: text().notNull().default(""),
    state: text().notNull().default(""),
    zip: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("customers_name").on(t.companyId, t.name),
    index("customers_name_key").on(t.companyId, t.nameKey),
    index("customers_mc").on(t.companyId, t.mcNumber),
    companyIsolation(),
  ],
);

/**
 * The words of each customer's name and city, in capitals, kept by a trigger on `customers`. Search reads the words that
 * begin with what was typed: a range, which row-level security lets an index serve where it would not serve "like".
 */
export const customerWords = pgTable(
  "customer_words",
  {
    companyId: companyIdColumn(),
    word: searchKey().notNull(),
    customerId: idColumn("customer").notNull(),
    /** False: a word of the city only. */
    inName: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.word, t.customerId] }),
    index("customer_words_customer").on(t.companyId, t.customerId, t.word, t.inName),
    foreignKey({
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
      name: "customer_words_customer_fk",
    }).onDelete("cascade"),
    companyIsolation(),
  ],
);

/** How a customer is invoiced for loads of one subsidiary. */
export const invoicingMethods = pgTable(
  "invoicing_methods",
  {
    companyId: companyIdColumn(),
    customerId: idColumn("customer").notNull(),
    subsidiaryId: idColumn("subsidiary").notNull(),
    method: invoicingMethodEnum().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.customerId, t.subsidiaryId] }),
    foreignKey({
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
      name: "invoicing_methods_customer",
    }),
    foreignKey({
      columns: [t.companyId, t.subsidiaryId],
      foreignColumns: [subsidiaries.companyId, subsidiaries.id],
      name: "invoicing_methods_subsidiary",
    }),
    companyIsolation(),
  ],
);
