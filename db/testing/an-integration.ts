import { inCompany } from "#db/client.ts";
import { integrations } from "#db/schema/index.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type IntegrationId, newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";

/** The OTR login of a subsidiary; without other values, the first login that the sandbox knows. */
export async function anIntegration(
  { scope, userId }: Actor,
  subsidiaryId: SubsidiaryId,
  {
    password = "sandbox-password",
    ...values
  }: Partial<typeof integrations.$inferInsert> & { password?: string } = {},
): Promise<IntegrationId> {
  const id = newId("integration");
  await inCompany(scope, (tx) =>
    tx.insert(integrations).values({
      subsidiaryId,
      status: "active",
      username: "dispatch@sample-hauling.test",
      passwordCiphertext: encryptSecret(password, id),
      savedBy: userId,
      savedAt: new Date(),
      ...values,
      id,
      companyId: scope.companyId,
    }),
  );
  return id;
}
