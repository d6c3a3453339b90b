import { leaseEnd } from "./claim.ts";
import type { Engine } from "./engine.ts";
import type { Job } from "./jobs.ts";

/** Prolongs the leases of the jobs at work here, those that nobody has claimed since. */
export async function renewLeases(engine: Engine, working: Iterable<Job>): Promise<void> {
  const jobs = [...working];
  if (jobs.length === 0) return;
  await engine.sql`
    update job set lease = ${leaseEnd(engine)}
    from unnest(${jobs.map((job) => job.id)}::bigint[], ${jobs.map((job) => job.gen)}::int[]) as mine (id, gen)
    where job.id = mine.id and job.gen = mine.gen and lease is not null`;
}

/**
 * Hands jobs back whose lease ran out: their engine died. Their slots lapse with the lease; otherwise a key that the
 * dead engine had filled would stay full for ever. `gen` stays, so until the job is claimed again the old call in the
 * app may still save its steps.
 */
export async function releaseExpired(engine: Engine): Promise<void> {
  const rows = await engine.sql<{ id: string; lane: string }[]>`
    update job set lease = null where lease < ${new Date()} returning id, lane`;
  for (const { id, lane } of rows) {
    engine.recovered.delete(id);
    engine.slots.free(id);
    engine.lanes.due(lane, 0);
  }
  await freeRemoved(engine);
  if (rows.length > 0) engine.kick();
}

/** A dead engine's job may also have been removed with its run, and then no lease is left to lapse. */
async function freeRemoved(engine: Engine): Promise<void> {
  if (engine.recovered.size === 0) return;
  const rows = await engine.sql<{ id: string }[]>`
    select id from job where id = any(${[...engine.recovered]}::bigint[]) and lease is not null`;
  const leased = new Set(rows.map((row) => row.id));
  for (const id of [...engine.recovered].filter((recovered) => !leased.has(recovered))) {
    engine.recovered.delete(id);
    engine.slots.free(id);
  }
}

/** Rebuilds what the active engine keeps in memory: slots held by living leases, and which lanes have jobs. */
export async function recoverQueue(engine: Engine): Promise<void> {
  const leased = await engine.sql<
    { id: string; lane: string }[]
  >`select id, lane from job where lease is not null`;
  for (const { id, lane } of leased) {
    if (engine.slots.holds(id)) continue;
    engine.slots.hold(id, lane);
    engine.recovered.add(id);
  }
  await sweepLanes(engine);
}

/** Re-reads each lane's next due time, hopping from lane to lane in the index instead of scanning the jobs. */
export async function sweepLanes(engine: Engine): Promise<void> {
  const rows = await engine.sql<{ lane: string; at: Date }[]>`
    with recursive first as (
      (select lane, at from job where lease is null order by lane, at limit 1)
      union all
      select next.lane, next.at from first cross join lateral (
        select lane, at from job where lease is null and job.lane > first.lane order by lane, at limit 1
      ) as next
    )
    select lane, at from first`;
  for (const { lane, at } of rows) engine.lanes.due(lane, at.getTime());
}
