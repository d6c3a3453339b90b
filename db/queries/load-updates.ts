import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { invoices, loadLines, loadStatusChanges, loads } from "#db/schema/index.ts";
import { type LoadId, newId, type UserId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LoadFields } from "#server/loads/rules/load-fields.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { anyOf } from "./any-of.ts";
import { retireDocuments } from "./documents.ts";
import { insertLoadLines } from "./load-inserts.ts";

/**
 * Overwrites what people edit of a load, with its total; the caller has locked it. A number that another load has
 * fails: see `isLoadNumberTaken`.
 */
export async function updateLoadFields(
  tx: Tx,
  scope: CompanyScope,
  loadId: LoadId,
  { lines, ...fields }: LoadFields,
): Promise<void> {
  await tx
    .update(loads)
    .set({ ...fields, totalCents: sumCents(lines.map(({ cents }) => cents)) })
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.id, loadId)));
}

/** Puts other charges in the place of a load's; its total is `updateLoadFields`' in the same transaction. */
export async function replaceLoadLines(
  tx: Tx,
  scope: CompanyScope,
  loadId: LoadId,
  lines: LoadFields["lines"],
): Promise<void> {
  await tx
    .delete(loadLines)
    .where(and(eq(loadLines.companyId, scope.companyId), eq(loadLines.loadId, loadId)));
  await insertLoadLines(tx, scope, [{ loadId, lines }]);
}

/** Sets the day a locked load was delivered. */
export async function updateDeliveredOn(
  tx: Tx,
  scope: CompanyScope,
  loadId: LoadId,
  deliveredOn: string,
): Promise<void> {
  await tx
    .update(loads)
    .set({ deliveredOn })
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.id, loadId)));
}

type Step = {
  loads: { id: LoadId; status: LoadStatus }[];
  to: LoadStatus;
  by: UserId | null;
  reason?: string;
  at: Date;
};

/** Moves many locked loads to one status and writes their history, in two statements. */
export async function updateLoadStatuses(
  tx: Tx,
  scope: CompanyScope,
  { loads: moved, to, by, reason, at }: Step,
): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  await tx
    .update(loads)
    .set({ status: to, statusChangedAt: at })
    .where(and(eq(loads.companyId, scope.companyId), anyOf(loads.id, "load", ids)));
  await tx.insert(loadStatusChanges).values(
    moved.map(({ id, status }) => ({
      companyId: scope.companyId,
      id: newId("change"),
      loadId: id,
      fromStatus: status,
      toStatus: to,
      changedBy: by,
      reason: reason ?? null,
      changedAt: at,
    })),
  );
}

/** Voids the invoice of a locked load that counts now, and puts its PDF and the merged document away; both are kept. */
export async function voidInvoice(tx: Tx, scope: CompanyScope, loadId: LoadId, at: Date): Promise<void> {
  await tx
    .update(invoices)
    .set({ voidedAt: at })
    .where(
      and(eq(invoices.companyId, scope.companyId), eq(invoices.loadId, loadId), isNull(invoices.voidedAt)),
    );
  await retireDocuments(tx, scope, loadId, ["invoice", "packet"], at);
}
