import { isPurchaseOpen, purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import type { BatchInvoicePlan } from "../plan/plan-types.ts";

/** OTR's word on an invoice as the last sync read it; nothing yet where none has. */
export function purchaseColumns(plan: BatchInvoicePlan, readAt: (daysAgo: number) => Date) {
  if (plan.failure !== null) return {};
  const last = plan.purchase.at(-1);
  if (!last) return { purchaseOpen: true };
  const funded = plan.purchase.find((step) => purchaseStatus(step.code).class === "funded");
  return {
    purchaseCode: last.code,
    purchaseModifiedRaw: readAt(last.daysAgo).toISOString().slice(0, 19),
    purchaseOpen: isPurchaseOpen(purchaseStatus(last.code).class),
    purchaseChangedAt: readAt(last.daysAgo),
    fundedAt: funded ? readAt(funded.daysAgo) : null,
  };
}
