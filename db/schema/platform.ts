import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";
import { companies } from "./people.ts";

/** An event that must reach Inngest: written with the state that causes it, sent afterwards until acknowledged. */
export const outbox = pgTable(
  "outbox",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("event").notNull(),
    name: text().notNull(),
    /** Ids only. */
    data: jsonb().$type<Record<string, string | number>>().notNull(),
    createdAt: createdAt(),
    sentAt: instant(),
    tries: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("outbox_unsent").on(t.createdAt).where(sql`sent_at is null`),
    // Finds what is old enough to go.
    index("outbox_sent").on(t.sentAt).where(sql`sent_at is not null`),
    companyIsolation(),
  ],
);

/** Who did what, when, from where; and every exchange with OTR. No secrets (R34). */
export const auditEntries = pgTable(
  "audit_entries",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("audit").notNull(),
    at: instant().notNull(),
    /** Null: a background job. */
    userId: idColumn("user"),
    ip: text(),
    action: text().notNull(),
    /** The id of what it was about, of any kind. */
    subject: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("audit_entries_subject").on(t.companyId, t.subject, t.id),
    index("audit_entries_action").on(t.companyId, t.action, t.id),
    index("audit_entries_user").on(t.companyId, t.userId, t.id),
    // Who did one thing: without it, the few are looked for among everything that a person or a job ever did.
    index("audit_entries_user_action").on(t.companyId, t.userId, t.action, t.id),
    companyIsolation(),
  ],
);

/** Counters of the sign-in rate limiter; keys are hashes of address or e-mail. Not tenant data. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});
