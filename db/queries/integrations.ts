import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { integrations, subsidiaries } from "#db/schema/index.ts";
import type { IntegrationStatus } from "#server/integrations/rules/integration-status.ts";
import type { IntegrationId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** An OTR login as the work with OTR needs it. The password is still encrypted. */
export type OtrLogin = {
  id: IntegrationId;
  status: IntegrationStatus;
  username: string;
  passwordCiphertext: string;
  lastSuccessAt: Date | null;
};

/** The columns of an `OtrLogin`, for queries that join it. */
export const otrLoginColumns = {
  id: integrations.id,
  status: integrations.status,
  username: integrations.username,
  passwordCiphertext: integrations.passwordCiphertext,
  lastSuccessAt: integrations.lastSuccessAt,
};

/** The login of a subsidiary; undefined when none was ever saved. */
export async function findLoginOfSubsidiary(
  tx: Tx,
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
): Promise<OtrLogin | undefined> {
  const [login] = await tx
    .select(otrLoginColumns)
    .from(integrations)
    .where(and(eq(integrations.companyId, scope.companyId), eq(integrations.subsidiaryId, subsidiaryId)));
  return login;
}

/** A login by its id, with the name of its subsidiary. */
export async function findOtrLogin(
  tx: Tx,
  scope: CompanyScope,
  id: IntegrationId,
): Promise<(OtrLogin & { subsidiaryName: string }) | undefined> {
  const [login] = await tx
    .select({ ...otrLoginColumns, subsidiaryName: subsidiaries.name })
    .from(integrations)
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, integrations.companyId), eq(subsidiaries.id, integrations.subsidiaryId)),
    )
    .where(and(eq(integrations.companyId, scope.companyId), eq(integrations.id, id)));
  return login;
}

const usable: IntegrationStatus[] = ["active", "unverified"];

/**
 * Notes a call that OTR answered: an unverified login becomes active. At most once a minute, or every invoice
 * of a batch would queue up for this one row.
 */
export async function updateLoginSucceeded(
  tx: Tx,
  scope: CompanyScope,
  login: OtrLogin,
  at: Date,
): Promise<void> {
  await tx
    .update(integrations)
    .set({ status: "active", lastSuccessAt: at })
    .where(
      and(
        eq(integrations.companyId, scope.companyId),
        eq(integrations.id, login.id),
        inArray(integrations.status, usable),
        or(
          eq(integrations.status, "unverified"),
          isNull(integrations.lastSuccessAt),
          lt(integrations.lastSuccessAt, sql`${at.toISOString()}::timestamptz - interval '1 minute'`),
        ),
      ),
    );
}

/** Notes trouble with a login in plain words. At most once a minute. */
export async function updateLoginTroubled(
  tx: Tx,
  scope: CompanyScope,
  login: OtrLogin,
  at: Date,
  sentence: string,
): Promise<void> {
  await tx
    .update(integrations)
    .set({ lastErrorAt: at, lastError: sentence })
    .where(
      and(
        eq(integrations.companyId, scope.companyId),
        eq(integrations.id, login.id),
        or(
          isNull(integrations.lastErrorAt),
          lt(integrations.lastErrorAt, sql`${at.toISOString()}::timestamptz - interval '1 minute'`),
        ),
      ),
    );
}

/**
 * Marks a login as refused by OTR; true when this call did it. A login that was saved anew since keeps its
 * standing: the refusal was about the old password.
 */
export async function updateLoginRejected(
  tx: Tx,
  scope: CompanyScope,
  login: OtrLogin,
  at: Date,
  sentence: string,
): Promise<boolean> {
  const changed = await tx
    .update(integrations)
    .set({ status: "rejected", lastErrorAt: at, lastError: sentence })
    .where(
      and(
        eq(integrations.companyId, scope.companyId),
        eq(integrations.id, login.id),
        inArray(integrations.status, usable),
        eq(integrations.passwordCiphertext, login.passwordCiphertext),
        eq(integrations.username, login.username),
      ),
    )
    .returning({ id: integrations.id });
  return changed.length > 0;
}
