import { foreignKey, pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { INTEGRATION_STATUSES } from "#server/integrations/rules/integration-status.ts";
import { companyIdColumn, companyIsolation, createdAt, idColumn, instant } from "./columns.ts";
import { subsidiaries } from "./subsidiaries.ts";

export const integrationStatusEnum = pgEnum("integration_status", INTEGRATION_STATUSES);

/** A subsidiary's OTR login. One per subsidiary; disconnecting keeps the row and its history. */
export const integrations = pgTable(
  "integrations",
  {
    companyId: companyIdColumn(),
    id: idColumn("integration").notNull(),
    subsidiaryId: idColumn("subsidiary").notNull(),
    status: integrationStatusEnum().notNull(),
    username: text().notNull(),
    /** AES-256-GCM, `keyId.iv.tag.ciphertext` in base64url, bound to this row's id. Empty once disconnected. */
    passwordCiphertext: text().notNull(),
    savedBy: idColumn("user").notNull(),
    savedAt: instant().notNull(),
    lastSuccessAt: instant(),
    lastErrorAt: instant(),
    /** A sentence for people, masked. */
    lastError: text(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("integrations_subsidiary").on(t.companyId, t.subsidiaryId),
    foreignKey({
      columns: [t.companyId, t.subsidiaryId],
      foreignColumns: [subsidiaries.companyId, subsidiaries.id],
      name: "integrations_subsidiary_fk",
    }),
    companyIsolation(),
  ],
);
