import { json, type Tx } from "./database.ts";

export type JobKind = "call" | "wake" | "fire" | "cron" | "cancel";

export type NewJob = {
  kind: JobKind;
  at: Date;
  lane: string;
  fn?: string;
  run?: string;
  step?: string;
  /** At most one job with this key exists; a second one marks the first to be done `again`. */
  key?: string;
  data?: unknown;
};

/** A claimed job. Ids are bigints as strings; `gen` counts claims and fences off the answers to earlier ones. */
export type Job = {
  id: string;
  kind: JobKind;
  fn: string | null;
  run: string | null;
  step: string | null;
  at: Date;
  lane: string;
  key: string | null;
  attempt: number;
  gen: number;
  data: unknown;
};

/** Queues the jobs and announces their lanes for when the transaction commits. */
export async function addJobs(tx: Tx, jobs: NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return;
  for (const job of jobs) tx.announce(job.lane, job.at);
  const column = <T>(read: (job: NewJob) => T) => jobs.map(read);
  await tx.sql`
    insert into job (kind, fn, run, step, at, lane, key, data, created_at)
    select kind, fn, run, step, at, lane, key, data::json, ${now}
    from unnest(
      ${column((job) => job.kind)}::text[], ${column((job) => job.fn ?? null)}::text[],
      ${column((job) => job.run ?? null)}::text[], ${column((job) => job.step ?? null)}::text[],
      ${column((job) => job.at.toISOString())}::timestamptz[], ${column((job) => job.lane)}::text[],
      ${column((job) => job.key ?? null)}::text[],
      ${column((job) => (job.data === undefined ? null : JSON.stringify(job.data)))}::text[]
    ) as new (kind, fn, run, step, at, lane, key, data)
    on conflict (key) do update set again = true`;
}

/** Locks the job if it is still this claim's; false when it was claimed again or removed since: a stale answer. */
export async function lockJob(tx: Tx, job: Job): Promise<boolean> {
  const rows = await tx.sql`select 1 from job where id = ${job.id} and gen = ${job.gen} for update`;
  return rows.length > 0;
}

/** Removes the job; true when somebody asked for it to be done again meanwhile. */
export async function removeJob(tx: Tx, job: Job): Promise<boolean> {
  const [row] = await tx.sql<{ again: boolean }[]>`delete from job where id = ${job.id} returning again`;
  return row?.again ?? false;
}

/** Gives the job back to the queue, for `at`. */
export async function requeueJob(
  tx: Tx,
  job: Job,
  next: { at: Date; attempt: number; data?: unknown },
): Promise<void> {
  const data = next.data === undefined ? tx.sql`data` : json(tx.sql, next.data);
  await tx.sql`
    update job set lease = null, at = ${next.at}, attempt = ${next.attempt}, data = ${data} where id = ${job.id}`;
  tx.announce(job.lane, next.at);
}
