import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { loadStatusChanges, loads } from "#db/schema/index.ts";
import { type LoadId, newId, type UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { anyOf } from "./any-of.ts";

type LockedLoad = { id: LoadId; status: LoadStatus };

/** Locks loads until the transaction ends, always in the order of their ids so that two callers can't deadlock. */
export function lockLoads(tx: Tx, scope: CompanyScope, ids: LoadId[]): Promise<LockedLoad[]> {
  return tx
    .select({ id: loads.id, status: loads.status })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), anyOf(loads.id, "load", ids)))
    .orderBy(asc(loads.id))
    .for("update");
}

type StatusChange = {
  loadId: LoadId;
  from: LoadStatus;
  to: LoadStatus;
  by: UserId | null;
  reason: string | null;
  at: Date;
};

/** Moves a load and writes its history. Decide with a rule, and lock the load, before. */
export async function updateLoadStatus(tx: Tx, scope: CompanyScope, change: StatusChange): Promise<void> {
  await tx
    .update(loads)
    .set({ status: change.to, statusChangedAt: change.at })
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.id, change.loadId)));
  await tx.insert(loadStatusChanges).values({
    companyId: scope.companyId,
    id: newId("change"),
    loadId: change.loadId,
    fromStatus: change.from,
    toStatus: change.to,
    changedBy: change.by,
    reason: change.reason,
    changedAt: change.at,
  });
}
