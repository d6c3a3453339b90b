import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  type BatchInvoiceId,
  type CompanyId,
  idFromUuid,
  type OutboxEventId,
  type SyncRunId,
  type UserId,
} from "#server/kernel/ids.ts";

/*
 * The one path across companies: each function here calls one `platform_…` function of the database, which
 * runs as the owner of the tables and hands out ids, nothing of a tenant's business.
 */

type Login = { userId: UserId; passwordHash: string; companyId: CompanyId };

/** Finds who may sign in with an e-mail (lower case). Undefined when nobody active has it. */
export async function findLogin(tx: Tx, email: string): Promise<Login | undefined> {
  const [row] = await tx.execute<{ user_id: string; password_hash: string; company_id: string }>(
    sql`select * from platform_find_login(${email})`,
  );
  if (!row) return undefined;
  return {
    userId: idFromUuid("user", row.user_id),
    passwordHash: row.password_hash,
    companyId: idFromUuid("company", row.company_id),
  };
}

type CompanyNight = { companyId: CompanyId; timeZone: string; lastNightOf: string | null };

/** Every company with a usable OTR login, its time zone, and the last local day its nightly sync ran for. */
export async function listCompaniesWithOtr(tx: Tx): Promise<CompanyNight[]> {
  const rows = await tx.execute<{ company_id: string; time_zone: string; last_night_of: string | null }>(
    sql`select company_id, time_zone, last_night_of::text from platform_companies_with_otr()`,
  );
  return rows.map((row) => ({
    companyId: idFromUuid("company", row.company_id),
    timeZone: row.time_zone,
    lastNightOf: row.last_night_of,
  }));
}

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
