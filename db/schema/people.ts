import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { ROLES } from "#server/auth/rules/permissions.ts";
import { ACCOUNT_LINK_KINDS } from "#server/users/rules/account-link.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";

export const roleEnum = pgEnum("role", ROLES);

export const companies = pgTable(
  "companies",
  {
    id: idColumn("company").primaryKey(),
    name: text().notNull(),
    /** IANA zone: times are shown in it, and the nightly sync runs at 02:00 there. */
    timeZone: text().notNull(),
    createdAt: createdAt(),
  },
  () => [
    pgPolicy("company_isolation", {
      for: "all",
      using: sql`id = (select current_company_id())`,
      withCheck: sql`id = (select current_company_id())`,
    }),
  ],
);

/** A person. Only visible to companies they are a member of; sign-in uses `platform_find_login`. */
export const users = pgTable(
  "users",
  {
    id: idColumn("user").primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id. */
    passwordHash: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(t.email),
    pgPolicy("members_of_company", {
      for: "all",
      using: sql`exists (select 1 from memberships m where m.user_id = users.id and m.company_id = (select current_company_id()))`,
      withCheck: sql`(select current_company_id()) is not null`,
    }),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    companyId: companyIdColumn().references(() => companies.id),
    userId: idColumn("user")
      .notNull()
      .references(() => users.id),
    role: roleEnum().notNull(),
    billing: boolean().notNull().default(false),
    deactivatedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index("memberships_user").on(t.userId),
    companyIsolation(),
  ],
);

/** A sign-in. The cookie carries only its id; revoking the row ends the session at the next request. */
export const sessions = pgTable(
  "sessions",
  {
    companyId: companyIdColumn(),
    id: idColumn("session").notNull(),
    userId: idColumn("user").notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    ip: text(),
    userAgent: text(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.userId],
      foreignColumns: [memberships.companyId, memberships.userId],
      name: "sessions_membership",
    }),
    index("sessions_user").on(t.companyId, t.userId),
    // Finds what is old enough to go.
    index("sessions_expiry").on(t.expiresAt),
    companyIsolation(),
  ],
);

export const accountLinkKindEnum = pgEnum("account_link_kind", ACCOUNT_LINK_KINDS);

/** A link with a one-time token that lets a person set a password: invited to a company, or reset by an admin (R3). */
export const accountLinks = pgTable(
  "account_links",
  {
    companyId: companyIdColumn().references(() => companies.id),
    id: idColumn("link").notNull(),
    kind: accountLinkKindEnum().notNull(),
    /** Hex SHA-256 of the token; the token itself is in the link only. */
    tokenSha256: text().notNull(),
    /** Lower case. */
    email: text().notNull(),
    /** Who the membership will be, for an invitation. */
    name: text().notNull(),
    role: roleEnum().notNull(),
    billing: boolean().notNull(),
    /** Whose password it resets; null for an invitation. */
    userId: idColumn("user"),
    /** Null: made by the command that founds a company. */
    createdBy: idColumn("user"),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("account_links_token").on(t.tokenSha256),
    // One open invitation per e-mail, one open reset per person: a newer one replaces it.
    uniqueIndex("account_links_open")
      .on(t.companyId, t.kind, t.email)
      .where(sql`used_at is null and withdrawn_at is null`),
    // Finds what is old enough to go: an open invitation stays in the list of people, however old.
    index("account_links_closed")
      .on(t.expiresAt)
      .where(sql`used_at is not null or withdrawn_at is not null or kind = 'password_reset'`),
    companyIsolation(),
  ],
);
