import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";
import { batchInvoices } from "./factoring.ts";
import { companies } from "./people.ts";

export const syncTriggerEnum = pgEnum("sync_trigger", ["nightly", "manual"]);

/** Trouble that kept a whole login out of a run, in plain words. */
export type SyncTrouble = { subsidiaryName: string; message: string };

/** One run of purchase sync: of a batch by a person, or of everything open at night (R30, R31). */
export const syncRuns = pgTable(
  "sync_runs",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("sync").notNull(),
    trigger: syncTriggerEnum().notNull(),
    /** The batch of a manual run; null for the nightly one. */
    batchId: idColumn("batch"),
    /** The local calendar day a nightly run is for: one per company and day. */
    nightOf: date({ mode: "string" }),
    startedBy: idColumn("user"),
    startedAt: instant().notNull(),
    /** When the run last got something done; an unfinished run that stands still is swept. */
    advancedAt: instant(),
    finishedAt: instant(),
    checked: integer().notNull().default(0),
    newlyFinanced: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    needsYou: integer().notNull().default(0),
    unreadable: integer().notNull().default(0),
    troubles: jsonb().$type<SyncTrouble[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("sync_runs_one_running_per_batch")
      .on(t.companyId, t.batchId)
      .where(sql`finished_at is null and batch_id is not null`),
    uniqueIndex("sync_runs_one_per_night").on(t.companyId, t.nightOf).where(sql`night_of is not null`),
    index("sync_runs_batch").on(t.companyId, t.batchId, t.id).where(sql`batch_id is not null`),
    index("sync_runs_latest").on(t.companyId, t.trigger, t.id),
    // What the sweep walks.
    index("sync_runs_unfinished").on(t.startedAt).where(sql`finished_at is null`),
    companyIsolation(),
  ],
);

/** Every change of OTR's status of an invoice, with the run that saw it. */
export const purchaseStatusChanges = pgTable(
  "purchase_status_changes",
  {
    companyId: companyIdColumn(),
    id: idColumn("change").notNull(),
    batchInvoiceId: idColumn("binv").notNull(),
    syncRunId: idColumn("sync").notNull(),
    fromCode: integer(),
    toCode: integer(),
    changedAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("purchase_status_changes_invoice").on(t.companyId, t.batchInvoiceId, t.id),
    foreignKey({
      columns: [t.companyId, t.batchInvoiceId],
      foreignColumns: [batchInvoices.companyId, batchInvoices.id],
      name: "purchase_status_changes_invoice_fk",
    }),
    foreignKey({
      columns: [t.companyId, t.syncRunId],
      foreignColumns: [syncRuns.companyId, syncRuns.id],
      name: "purchase_status_changes_run",
    }),
    companyIsolation(),
  ],
);
