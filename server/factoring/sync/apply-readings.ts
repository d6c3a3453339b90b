import type { Tx } from "#db/client.ts";
import { lockLoads } from "#db/queries/loads.ts";
import {
  insertPurchaseChanges,
  type LockedPurchase,
  lockPurchases,
  updatePurchases,
} from "#db/queries/open-purchases.ts";
import { type AuditRecord, recordAudits } from "#server/audit/record-audit.ts";
import { notify } from "#server/live/notify.ts";
import { nextLoadStatus } from "../rules/next-load-status.ts";
import { type Reading, rawWord, type Verdict } from "../rules/purchase-reading.ts";
import { moveLoads } from "../submission/move-loads.ts";
import { isSameState, type Judged, judgeSeen } from "./judge-seen.ts";
import type { Seen } from "./read-page.ts";
import type { SyncWork } from "./sync-job.ts";

type Applied = Judged & { known: LockedPurchase; outcome: Seen["outcome"] };

/**
 * Applies what OTR said about invoices and returns how each counts. Writes only what has changed. Under lock and from
 * the rows as they are now, so that two syncs, or one run twice, come to the same.
 */
export async function applyReadings(tx: Tx, work: SyncWork, seen: readonly Seen[]): Promise<Verdict[]> {
  if (seen.length === 0) return [];
  const { scope, now } = work;
  const loadIds = new Set(seen.map(({ purchase }) => purchase.loadId));
  // Loads before invoices, as everywhere, so that no two transactions wait for each other.
  const loads = new Map((await lockLoads(tx, scope, [...loadIds])).map((load) => [load.id, load]));
  const ids = seen.map(({ purchase }) => purchase.id);
  const purchases = new Map((await lockPurchases(tx, scope, ids)).map((row) => [row.id, row]));

  const moved: { id: LockedPurchase["loadId"]; status: Parameters<typeof nextLoadStatus>[0] }[] = [];
  const applied: Applied[] = [];
  const verdicts = seen.map(({ purchase, outcome }): Verdict => {
    const known = purchases.get(purchase.id);
    const load = loads.get(purchase.loadId);
    if (!known?.purchaseOpen || !load) return "unchanged";
    const judged = judgeSeen({ known, loadStatus: load.status }, outcome, now);
    applied.push({ ...judged, known, outcome });
    if (judged.moves) {
      moved.push(load);
      loads.set(load.id, { ...load, status: nextLoadStatus(load.status, "funded") });
    }
    return judged.verdict;
  });

  await moveLoads(tx, scope, moved, "funded", now);
  const changed = applied.filter(({ known, state }) => !isSameState(known, state));
  await updatePurchases(
    tx,
    scope,
    changed.map(({ known, state }) => ({ ...state, id: known.id })),
  );
  await recordNews(tx, work, applied);
  return verdicts;
}

async function recordNews(tx: Tx, { scope, syncRunId, now }: SyncWork, applied: Applied[]): Promise<void> {
  const changes = applied.flatMap(({ statusChanged, known, outcome }) =>
    statusChanged && outcome.kind === "status" ? { known, reading: outcome } : [],
  );
  await insertPurchaseChanges(
    tx,
    scope,
    changes.map(({ known, reading }) => ({
      batchInvoiceId: known.id,
      syncRunId,
      changedAt: now,
      ...codesOf(known, reading),
    })),
  );
  const by = { at: now, by: null };
  const changeRecords = changes.map(
    ({ known, reading }): AuditRecord => ({
      ...by,
      action: "purchase.changed",
      subject: known.id,
      data: { ...codesOf(known, reading), word: rawWord(reading), syncRunId },
    }),
  );
  // OTR answered about somebody else's invoice (OTR §6.2): its content was thrown away, this is the alarm.
  const alarms = applied.flatMap(({ known, outcome }): AuditRecord[] =>
    outcome.kind === "mismatch" ? [{ ...by, action: "purchase.mismatched", subject: known.id }] : [],
  );
  await recordAudits(tx, scope, [...changeRecords, ...alarms]);
  const batchIds = new Set(changes.map(({ known }) => known.batchId));
  await notify(tx, scope, ...[...batchIds].map((id) => ({ topic: "batch", id }) as const));
}

function codesOf(known: LockedPurchase, reading: Reading) {
  return { fromCode: known.purchaseCode, toCode: reading.code };
}
