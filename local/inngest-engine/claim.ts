import type { Engine } from "./engine.ts";
import type { Job } from "./jobs.ts";

/**
 * Leases what is due and has room, and starts it; answers how many jobs that were. One statement asks every ready lane for as many jobs as its keys have room for, by
 * index, so jobs behind a full key are never looked at. A lane that gave less than asked is empty for now and tells
 * when it is next due.
 */
export async function claimDue(engine: Engine, start: (job: Job) => void): Promise<number> {
  const now = new Date();
  const asked = bookRooms(engine, now.getTime());
  if (asked.size === 0) return 0;
  // Taken before asking: a job announced while the query runs stays announced.
  for (const lane of asked.keys()) engine.lanes.take(lane);
  try {
    const jobs = await lease(engine, asked, now);
    for (const job of jobs) {
      engine.slots.hold(job.id, job.lane);
      start(job);
    }
    await settleLanes(engine, asked, jobs);
    return jobs.length;
  } catch (error) {
    for (const lane of asked.keys()) engine.lanes.due(lane, now.getTime());
    throw error;
  }
}

function bookRooms(engine: Engine, now: number): Map<string, number> {
  const planner = engine.slots.planner();
  const asked = new Map<string, number>();
  for (const lane of engine.lanes.ready(now)) {
    const room = planner.book(lane);
    if (room > 0) asked.set(lane, room);
  }
  return asked;
}

async function lease(engine: Engine, asked: Map<string, number>, now: Date): Promise<Job[]> {
  return engine.sql<Job[]>`
    with picked as (
      select due.id
      from unnest(${[...asked.keys()]}::text[], ${[...asked.values()]}::int[]) as asked (lane, room)
      cross join lateral (
        select id from job
        where job.lane = asked.lane and lease is null and at <= ${now}
        order by at, id limit asked.room
        for update skip locked
      ) as due
    )
    update job set lease = ${leaseEnd(engine)}, gen = gen + 1
    from picked where job.id = picked.id
    returning job.id, kind, fn, run, step, at, lane, key, attempt, gen, data`;
}

/** Lanes that gave all that was asked for stay due; the others are due when their first waiting job is. */
async function settleLanes(engine: Engine, asked: Map<string, number>, jobs: Job[]): Promise<void> {
  const given = Map.groupBy(jobs, (job) => job.lane);
  const drained: string[] = [];
  for (const [lane, room] of asked) {
    if ((given.get(lane)?.length ?? 0) < room) drained.push(lane);
    else engine.lanes.due(lane, 0);
  }
  if (drained.length === 0) return;
  const rows = await engine.sql<{ lane: string; at: Date }[]>`
    select lane, next.at from unnest(${drained}::text[]) as drained (lane)
    cross join lateral (
      select at from job where job.lane = drained.lane and lease is null order by at, id limit 1
    ) as next`;
  for (const { lane, at } of rows) engine.lanes.due(lane, at.getTime());
}

/** When a lease taken or renewed now runs out. */
export function leaseEnd(engine: Engine): Date {
  return new Date(Date.now() + engine.config.leaseMs);
}
