import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LOAD_LINE_KINDS } from "#server/loads/rules/load-line-kind.ts";
import { LOAD_STATUSES } from "#server/loads/rules/load-status.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant, searchKey } from "./columns.ts";
import { customers } from "./customers.ts";
import { subsidiaries } from "./subsidiaries.ts";

export const loadStatusEnum = pgEnum("load_status", LOAD_STATUSES);
export const loadLineKindEnum = pgEnum("load_line_kind", LOAD_LINE_KINDS);

export const loads = pgTable(
  "loads",
  {
    companyId: companyIdColumn(),
    id: idColumn("load").notNull(),
    subsidiaryId: idColumn("subsidiary").notNull(),
    customerId: idColumn("customer").notNull(),
    loadNumber: text().notNull(),
    poNumber: text().notNull().default(""),
    // Search ignores case. Row-level security lets an index serve a comparison of the column, not of `upper(column)`.
    loadNumberKey: searchKey().generatedAlwaysAs(sql`upper(load_number)`),
    poNumberKey: searchKey().generatedAlwaysAs(sql`upper(po_number)`),
    status: loadStatusEnum().notNull(),
    originCity: text().notNull().default(""),
    originState: text().notNull().default(""),
    destinationCity: text().notNull().default(""),
    destinationState: text().notNull().default(""),
    pickupOn: date({ mode: "string" }),
    deliveredOn: date({ mode: "string" }),
    weightLb: integer(),
    miles: integer(),
    /** The sum of the load's lines, kept in the same transaction as they are. */
    totalCents: bigint({ mode: "number" }).notNull().default(0),
    statusChangedAt: instant().notNull().defaultNow(),
    /** Made by the form that creates the load; the same form sent twice is one load. */
    requestKey: uuid(),
    createdBy: idColumn("user"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("loads_number").on(t.companyId, t.loadNumber),
    uniqueIndex("loads_request").on(t.companyId, t.requestKey).where(sql`request_key is not null`),
    index("loads_number_search").on(t.companyId, t.loadNumberKey),
    index("loads_po_search").on(t.companyId, t.poNumberKey),
    // One index per status, each load in one of them: row-level security keeps a comparison of statuses out of an
    // index's keys, but not out of its condition.
    ...LOAD_STATUSES.map((status) =>
      index(`loads_${status}`)
        .on(t.companyId, t.id)
        .where(sql.raw(`status = '${status}'`)),
    ),
    index("loads_subsidiary_latest").on(t.companyId, t.subsidiaryId, t.id),
    // The queue of Factoring Upload, oldest delivery first: small even where years of loads lie beside it.
    index("loads_queue").on(t.companyId, t.subsidiaryId, t.deliveredOn, t.id).where(sql`status = 'queued'`),
    // Near misses of Factoring Upload: released, or queued without what it takes.
    index("loads_before_factor")
      .on(t.companyId, t.subsidiaryId, t.deliveredOn, t.id)
      .where(sql`status in ('queued', 'released')`),
    index("loads_customer").on(t.companyId, t.customerId, t.id),
    foreignKey({
      columns: [t.companyId, t.subsidiaryId],
      foreignColumns: [subsidiaries.companyId, subsidiaries.id],
      name: "loads_subsidiary",
    }),
    foreignKey({
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
      name: "loads_customer_fk",
    }),
    companyIsolation(),
  ],
);

export const loadLines = pgTable(
  "load_lines",
  {
    companyId: companyIdColumn(),
    id: idColumn("line").notNull(),
    loadId: idColumn("load").notNull(),
    position: integer().notNull(),
    kind: loadLineKindEnum().notNull(),
    description: text().notNull().default(""),
    amountCents: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("load_lines_position").on(t.companyId, t.loadId, t.position),
    foreignKey({
      columns: [t.companyId, t.loadId],
      foreignColumns: [loads.companyId, loads.id],
      name: "load_lines_load",
    }),
    companyIsolation(),
  ],
);

/** Every change of a load's status: from, to, when, by whom (null: a background job), why. */
export const loadStatusChanges = pgTable(
  "load_status_changes",
  {
    companyId: companyIdColumn(),
    id: idColumn("change").notNull(),
    loadId: idColumn("load").notNull(),
    fromStatus: loadStatusEnum(),
    toStatus: loadStatusEnum().notNull(),
    changedBy: idColumn("user"),
    reason: text(),
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("load_status_changes_load").on(t.companyId, t.loadId, t.id),
    foreignKey({
      columns: [t.companyId, t.loadId],
      foreignColumns: [loads.companyId, loads.id],
      name: "load_status_changes_load_fk",
    }),
    companyIsolation(),
  ],
);
