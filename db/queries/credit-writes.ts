import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { creditChecks, creditStandings, customers } from "#db/schema/index.ts";
import { type CustomerId, newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** The customer's MC number now; nobody changes it until the transaction ends. */
export async function holdMcNumber(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
): Promise<string | null> {
  const [row] = await tx
    .select({ mcNumber: customers.mcNumber })
    .from(customers)
    .where(and(eq(customers.companyId, scope.companyId), eq(customers.id, customerId)))
    .for("share");
  return row?.mcNumber ?? null;
}

type NewCheck = Omit<typeof creditChecks.$inferInsert, "companyId" | "id">;

/** Keeps a check of a broker, answered or not. */
export async function insertCreditCheck(tx: Tx, scope: CompanyScope, check: NewCheck): Promise<void> {
  await tx.insert(creditChecks).values({ ...check, companyId: scope.companyId, id: newId("credit") });
}

type Standing = Omit<typeof creditStandings.$inferInsert, "companyId">;

/** OTR's answer is the broker's standing from now on. */
export async function upsertDecidedStanding(tx: Tx, scope: CompanyScope, standing: Standing): Promise<void> {
  const { customerId, integrationId, ...fields } = standing;
  await tx
    .insert(creditStandings)
    .values({ ...standing, companyId: scope.companyId })
    .onConflictDoUpdate({ target: standingKey, set: { ...fields, staleReason: null } });
}

type Unanswered = Pick<Standing, "customerId" | "integrationId" | "trigger" | "checkedAt"> & {
  startedAt: Date;
  staleReason: string;
};

/** A check without an answer: the last decision stays, with the reason why it is not up to date (R13). */
export async function upsertStaleStanding(tx: Tx, scope: CompanyScope, standing: Unanswered): Promise<void> {
  const { startedAt, checkedAt, staleReason } = standing;
  await tx
    .insert(creditStandings)
    .values({ ...standing, companyId: scope.companyId })
    .onConflictDoUpdate({ target: standingKey, set: { startedAt, checkedAt, staleReason } });
}

/** Forgets what OTR decided about a customer, with the reason; the checks stay in its history. */
export async function clearStandings(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  staleReason: string,
): Promise<void> {
  await tx
    .update(creditStandings)
    .set({ decision: null, decidedAt: null, otrText: null, otrBrokerName: null, staleReason })
    .where(and(eq(creditStandings.companyId, scope.companyId), eq(creditStandings.customerId, customerId)));
}

const standingKey = [creditStandings.companyId, creditStandings.customerId, creditStandings.integrationId];
