import type { Tx } from "#db/client.ts";
import { updateLoadStatuses } from "#db/queries/load-updates.ts";
import { type AuditRecord, recordAudits } from "#server/audit/record-audit.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { type FactoringEvent, nextLoadStatus } from "../rules/next-load-status.ts";

const REASONS = {
  accepted: "OTR accepted the invoice",
  funded: "OTR funded the invoice",
} as const satisfies Record<FactoringEvent, string>;

/** Moves locked loads as OTR's word asks, with history, audit and notice; one that stands elsewhere stays. */
export async function moveLoads(
  tx: Tx,
  scope: CompanyScope,
  loads: readonly { id: LoadId; status: LoadStatus }[],
  event: FactoringEvent,
  at: Date,
): Promise<void> {
  const reason = REASONS[event];
  const moved = loads.filter(({ status }) => nextLoadStatus(status, event) !== status);
  const written = [...Map.groupBy(moved, ({ status }) => status)].flatMap(([from, those]) => {
    const to = nextLoadStatus(from, event);
    const records = those.map(
      ({ id }): AuditRecord => ({
        action: "load.status_changed",
        subject: id,
        at,
        by: null,
        data: { from, to, reason },
      }),
    );
    return [
      updateLoadStatuses(tx, scope, { loads: those, to, by: null, reason, at }),
      recordAudits(tx, scope, records),
    ];
  });
  const notices = moved.map(({ id }) => ({ topic: "load", id }) as const);
  await Promise.all([...written, notify(tx, scope, ...notices)]);
}
