import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { integrations } from "#db/schema/index.ts";
import { type IntegrationId, idToUuid } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** The company's OTR passwords that are not under the key `keyId`, after `after` by id. */
export function listSecretsNotUnder(
  tx: Tx,
  scope: CompanyScope,
  keyId: string,
  { after, limit }: { after: IntegrationId | null; limit: number },
) {
  const { id, companyId, passwordCiphertext } = integrations;
  return tx
    .select({ id, ciphertext: passwordCiphertext })
    .from(integrations)
    .where(
      and(
        eq(companyId, scope.companyId),
        ne(passwordCiphertext, ""),
        sql`split_part(${passwordCiphertext}, '.', 1) <> ${keyId}`,
        after ? gt(id, after) : undefined,
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
}

/** A secret, and the same encrypted afresh. */
export type Reencrypted = { id: IntegrationId; from: string; to: string };

/**
 * Puts ciphertexts in the place of those they were made from, in one statement. A password that was saved since is
 * another ciphertext and stays. Returns the ids that were changed.
 */
export async function updateCiphertexts(
  tx: Tx,
  scope: CompanyScope,
  secrets: readonly Reencrypted[],
): Promise<IntegrationId[]> {
  const column = (values: string[], type: "uuid" | "text") => sql`${sql.param(values)}::${sql.raw(type)}[]`;
  const ids = secrets.map(({ id }) => idToUuid("integration", id));
  const changed = await tx
    .update(integrations)
    .set({ passwordCiphertext: sql`fresh.ciphertext` })
    .from(
      sql`unnest(${column(ids, "uuid")}, ${column(
        secrets.map(({ from }) => from),
        "text",
      )}, ${column(
        secrets.map(({ to }) => to),
        "text",
      )}) as fresh (id, seen, ciphertext)`,
    )
    .where(
      and(
        eq(integrations.companyId, scope.companyId),
        sql`${integrations.id} = fresh.id`,
        sql`${integrations.passwordCiphertext} = fresh.seen`,
      ),
    )
    .returning({ id: integrations.id });
  return changed.map(({ id }) => id);
}
