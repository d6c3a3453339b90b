import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { integrations, subsidiaries, users } from "#db/schema/index.ts";
import type { IntegrationId, SubsidiaryId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** Every subsidiary with its OTR login, without the password in any form; by name, at most 500. */
export function listIntegrationSettings(tx: Tx, scope: CompanyScope) {
  return tx
    .select({
      subsidiaryId: subsidiaries.id,
      subsidiaryName: subsidiaries.name,
      status: integrations.status,
      username: integrations.username,
      savedAt: integrations.savedAt,
      savedByName: users.name,
      lastSuccessAt: integrations.lastSuccessAt,
      lastErrorAt: integrations.lastErrorAt,
      lastError: integrations.lastError,
    })
    .from(subsidiaries)
    .leftJoin(
      integrations,
      and(eq(integrations.companyId, subsidiaries.companyId), eq(integrations.subsidiaryId, subsidiaries.id)),
    )
    .leftJoin(users, eq(users.id, integrations.savedBy))
    .where(eq(subsidiaries.companyId, scope.companyId))
    .orderBy(subsidiaries.name)
    .limit(500);
}

type SavedLogin = Pick<
  typeof integrations.$inferInsert,
  | "id"
  | "status"
  | "username"
  | "passwordCiphertext"
  | "savedAt"
  | "lastSuccessAt"
  | "lastError"
  | "lastErrorAt"
> & { subsidiaryId: SubsidiaryId; savedBy: UserId };

/**
 * Saves a subsidiary's login over the one it had; the row keeps its id, and with it batches their history. False,
 * with nothing saved, where the password is no longer `overCiphertext` (undefined: there was no login).
 */
export async function upsertLogin(
  tx: Tx,
  scope: CompanyScope,
  login: SavedLogin,
  overCiphertext: string | undefined,
): Promise<boolean> {
  const { id, subsidiaryId, ...fields } = login;
  const saved = await tx
    .insert(integrations)
    .values({ ...login, companyId: scope.companyId })
    .onConflictDoUpdate({
      target: [integrations.companyId, integrations.subsidiaryId],
      set: {
        ...fields,
        lastSuccessAt: sql`coalesce(excluded.last_success_at, ${integrations.lastSuccessAt})`,
      },
      setWhere:
        overCiphertext === undefined ? sql`false` : eq(integrations.passwordCiphertext, overCiphertext),
    })
    .returning({ id: integrations.id });
  return saved.length > 0;
}

/** Ends the use of a login and forgets its password. Returns the login's id; undefined when there is none in use. */
export async function updateDisconnected(
  tx: Tx,
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
): Promise<IntegrationId | undefined> {
  const [row] = await tx
    .update(integrations)
    .set({ status: "disconnected", passwordCiphertext: "" })
    .where(
      and(
        eq(integrations.companyId, scope.companyId),
        eq(integrations.subsidiaryId, subsidiaryId),
        sql`${integrations.status} <> 'disconnected'`,
      ),
    )
    .returning({ id: integrations.id });
  return row?.id;
}
