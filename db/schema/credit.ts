import { foreignKey, index, integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { CREDIT_DECISIONS, CREDIT_TRIGGERS } from "#server/credit-check/rules/credit-decision.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";
import { customers } from "./customers.ts";
import { integrations } from "./integrations.ts";

export const creditDecisionEnum = pgEnum("credit_decision", CREDIT_DECISIONS);
export const creditTriggerEnum = pgEnum("credit_trigger", CREDIT_TRIGGERS);

/** Every check of a broker with one OTR login. `decision` is null where OTR gave no answer about the broker. */
export const creditChecks = pgTable(
  "credit_checks",
  {
    companyId: companyIdColumn(),
    id: idColumn("credit").notNull(),
    integrationId: idColumn("integration").notNull(),
    customerId: idColumn("customer").notNull(),
    mcNumber: text().notNull(),
    trigger: creditTriggerEnum().notNull(),
    requestedBy: idColumn("user"),
    decision: creditDecisionEnum(),
    /** OTR's own words and its name for the broker. */
    otrText: text(),
    otrBrokerName: text(),
    otrBrokerId: text(),
    httpStatus: integer(),
    /** Why there is no decision, in plain words. */
    error: text(),
    checkedAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("credit_checks_broker").on(t.companyId, t.customerId, t.integrationId, t.checkedAt.desc()),
    foreignKey({
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
      name: "credit_checks_customer",
    }),
    foreignKey({
      columns: [t.companyId, t.integrationId],
      foreignColumns: [integrations.companyId, integrations.id],
      name: "credit_checks_integration",
    }),
    companyIsolation(),
  ],
);

/** The standing of a broker with one OTR login: the last decision, and the later failure that made it stale. */
export const creditStandings = pgTable(
  "credit_standings",
  {
    companyId: companyIdColumn(),
    integrationId: idColumn("integration").notNull(),
    customerId: idColumn("customer").notNull(),
    decision: creditDecisionEnum(),
    otrText: text(),
    otrBrokerName: text(),
    trigger: creditTriggerEnum().notNull(),
    /** When the decision was given; null while there is none. */
    decidedAt: instant(),
    /** When the last finished check began: it answers what was asked before. */
    startedAt: instant(),
    /** When OTR was last asked, answered or not. */
    checkedAt: instant().notNull(),
    staleReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.customerId, t.integrationId] }),
    foreignKey({
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
      name: "credit_standings_customer",
    }),
    foreignKey({
      columns: [t.companyId, t.integrationId],
      foreignColumns: [integrations.companyId, integrations.id],
      name: "credit_standings_integration",
    }),
    companyIsolation(),
  ],
);
