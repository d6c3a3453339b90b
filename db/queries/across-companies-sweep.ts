import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  type BatchInvoiceId,
  type CompanyId,
  type ImportId,
  idFromUuid,
  type OutboxEventId,
  type SyncRunId,
} from "#server/kernel/ids.ts";

/*
 * What the sweep looks for in every company; see `across-companies.ts`.
 */

type UnsentEvent = { companyId: CompanyId; eventId: OutboxEventId };

/** Outbox events older than `olderThan` that Inngest has not acknowledged, oldest first. */
export async function listUnsentEvents(tx: Tx, olderThan: Date, atMost: number): Promise<UnsentEvent[]> {
  const rows = await tx.execute<{ company_id: string; event_id: string }>(
    sql`select * from platform_unsent_events(${olderThan.toISOString()}, ${atMost})`,
  );
  return rows.map((row) => ({
    companyId: idFromUuid("company", row.company_id),
    eventId: idFromUuid("event", row.event_id),
  }));
}

type IdleSubmission = { companyId: CompanyId; batchInvoiceId: BatchInvoiceId };

/** Submissions underway on which nothing has happened since `idleSince`, and that wait for no person. */
export async function listIdleSubmissions(
  tx: Tx,
  idleSince: Date,
  atMost: number,
): Promise<IdleSubmission[]> {
  const rows = await tx.execute<{ company_id: string; batch_invoice_id: string }>(
    sql`select * from platform_idle_submissions(${idleSince.toISOString()}, ${atMost})`,
  );
  return rows.map((row) => ({
    companyId: idFromUuid("company", row.company_id),
    batchInvoiceId: idFromUuid("binv", row.batch_invoice_id),
  }));
}

type IdleSyncRun = { companyId: CompanyId; syncRunId: SyncRunId };

/** Unfinished purchase syncs that have got nothing done since `idleSince`. */
export async function listIdleSyncRuns(tx: Tx, idleSince: Date, atMost: number): Promise<IdleSyncRun[]> {
  const rows = await tx.execute<{ company_id: string; sync_run_id: string }>(
    sql`select * from platform_idle_sync_runs(${idleSince.toISOString()}, ${atMost})`,
  );
  return rows.map((row) => ({
    companyId: idFromUuid("company", row.company_id),
    syncRunId: idFromUuid("sync", row.sync_run_id),
  }));
}

/** Running imports started before `startedBefore` that were not set going again since. */
export async function listLostImports(
  tx: Tx,
  startedBefore: Date,
  atMost: number,
): Promise<{ companyId: CompanyId; importId: ImportId }[]> {
  const rows = await tx.execute<{ company_id: string; import_id: string }>(
    sql`select * from platform_lost_imports(${startedBefore.toISOString()}, ${atMost})`,
  );
  return rows.map((row) => ({
    companyId: idFromUuid("company", row.company_id),
    importId: idFromUuid("import", row.import_id),
  }));
}

type Old = { sentBefore: Date; endedBefore: Date; atMost: number };

/** Drops events sent, and sign-ins and used-up links ended, before so long, at most so many of each; returns how many. */
export async function dropOldRows(
  tx: Tx,
  { sentBefore, endedBefore, atMost }: Old,
): Promise<{ events: number; sessions: number; links: number }> {
  const [row] = await tx.execute<{ events: number; sessions: number; links: number }>(
    sql`select events_dropped as events, sessions_dropped as sessions, links_dropped as links
      from platform_drop_old_rows(${sentBefore.toISOString()}, ${endedBefore.toISOString()}, ${atMost})`,
  );
  return row ?? { events: 0, sessions: 0, links: 0 };
}
