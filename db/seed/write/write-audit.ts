import type { Tx } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import type { AuditAction } from "#server/audit/rules/actions.ts";
import { sumCents } from "#server/kernel/money.ts";
import { type Cast, personOf } from "../cast.ts";
import { idAt } from "../id-at.ts";
import type { BatchPlan, SyncRunPlan } from "../plan/plan-types.ts";
import { insertMany } from "./insert-many.ts";

type Entry = {
  action: AuditAction;
  subject: string;
  at: Date;
  by: string | null;
  data: Record<string, unknown>;
};

/** An address kept free for examples (RFC 5737). */
const DEMO_IP = "192.0.2.41";

/** Writes who did what in the demo's past: logins saved, batches submitted, syncs run. */
export async function writeAudit(
  tx: Tx,
  cast: Cast,
  batches: readonly BatchPlan[],
  runs: readonly SyncRunPlan[],
): Promise<void> {
  const entries = [...savedLogins(cast), ...batches.flatMap(entriesOfBatch), ...runs.map(entryOfRun)];
  await insertMany(
    tx,
    auditEntries,
    entries
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .map(({ by, ...entry }) => ({
        ...entry,
        companyId: cast.scope.companyId,
        id: idAt("audit", entry.at),
        userId: by ? personOf(cast, by) : null,
        ip: by ? DEMO_IP : null,
      })),
  );
}

function savedLogins(cast: Cast): Entry[] {
  return Object.values(cast.subsidiaries).flatMap(({ integrationId }) =>
    integrationId
      ? { action: "integration.saved", subject: integrationId, at: cast.since, by: "admin", data: {} }
      : [],
  );
}

function entriesOfBatch(batch: BatchPlan): Entry[] {
  const failed = batch.invoices.filter(({ failure }) => failure !== null);
  const totalCents = sumCents(batch.invoices.map(({ load }) => load.totalCents));
  const data = {
    batchNumber: batch.number,
    invoiceCount: batch.invoices.length,
    totalCents,
    failed: failed.length,
  };
  return [
    { action: "batch.submitted", subject: batch.id, at: batch.at, by: batch.by, data },
    ...failed.map(
      ({ id, failure }): Entry => ({
        action: "invoice.failed",
        subject: id,
        at: new Date(batch.at.getTime() + 2_000),
        by: null,
        data: { reason: failure },
      }),
    ),
  ];
}

function entryOfRun({ id, batch, finishedAt, checked, newlyFinanced }: SyncRunPlan): Entry {
  const by = batch ? "biller" : null;
  return { action: "sync.finished", subject: id, at: finishedAt, by, data: { checked, newlyFinanced } };
}
