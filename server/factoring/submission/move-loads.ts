import type { Tx } from "#db/client.ts";
import { updateLoadStatus } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { type FactoringEvent, nextLoadStatus } from "../rules/next-load-status.ts";

const REASONS = {
  accepted: "OTR accepted the invoice",
  funded: "OTR funded the invoice",
} as const satisfies Record<FactoringEvent, string>;

/** Moves a locked load as OTR's word asks, with history, audit and notice; returns the status it has then. */
export async function moveLoad(
  tx: Tx,
  scope: CompanyScope,
  { id, status }: { id: LoadId; status: LoadStatus },
  event: FactoringEvent,
  at: Date,
): Promise<LoadStatus> {
  const to = nextLoadStatus(status, event);
  if (to === status) return to;
  const reason = REASONS[event];
  await Promise.all([
    updateLoadStatus(tx, scope, { loadId: id, from: status, to, by: null, reason, at }),
    recordAudit(tx, scope, {
      action: "load.status_changed",
      subject: id,
      at,
      by: null,
      data: { from: status, to, reason },
    }),
    notify(tx, scope, { topic: "load", id }),
  ]);
  return to;
}
