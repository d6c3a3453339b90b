import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { processUse } from "../process-use.ts";

export type Night = {
  /** From the first company's start to the last one's end. */
  seconds: number;
  checked: number;
  newlyFinanced: number;
  /** Resident memory of each watched process, MiB, once a second. */
  memory: Record<string, number[]>;
};

/**
 * Lets the nightly function's next quarter of an hour be now, and waits until the night of every company is over.
 * `pids` are the processes whose memory is watched meanwhile. Throws an Error when a company's night had trouble.
 */
export async function runNight(
  { owner, engine }: { owner: Sql; engine: Sql },
  companies: number,
  pids: Record<string, number>,
): Promise<Night> {
  // Nights of before become history, so that tonight's is due. As far back as there are: none may meet another.
  await owner`
    update sync_runs r set night_of = night_of - (select count(*)::int from sync_runs o where o.company_id = r.company_id)`;
  const [{ now } = { now: new Date() }] = await owner<{ now: Date }[]>`select now()`;
  await engine`update inngest_engine.job set at = now() where kind = 'cron' and fn like '%nightly-sync'`;
  const memory: Record<string, number[]> = Object.fromEntries(Object.keys(pids).map((part) => [part, []]));
  for (;;) {
    await pause(1000);
    for (const [part, pid] of Object.entries(pids)) memory[part]?.push(processUse(pid).memoryMiB);
    const finished =
      await owner`select 1 from sync_runs where started_at >= ${now} and finished_at is not null`;
    if (finished.length === companies) break;
  }
  const [night] = await owner<(Omit<Night, "memory"> & { troubled: number })[]>`
    select sum(checked)::int as checked, sum(newly_financed)::int as "newlyFinanced",
      extract(epoch from max(finished_at) - min(started_at))::float8 as seconds,
      count(*) filter (where troubles <> '[]')::int as troubled
    from sync_runs where started_at >= ${now}`;
  if (!night || night.troubled) throw new Error(`${night?.troubled} companies' nights had trouble.`);
  return { ...night, memory };
}

/** Rows that were inserted, updated or deleted so far, by table. */
export async function rowsWritten(owner: Sql): Promise<Map<string, number>> {
  // Connections that rest tell of their last statements within ten seconds.
  await pause(12_000);
  const rows = await owner<{ table: string; written: number }[]>`
    select relname as table, (n_tup_ins + n_tup_upd + n_tup_del)::int as written
    from pg_stat_user_tables where schemaname = 'public'`;
  return new Map(rows.map(({ table, written }) => [table, written]));
}
