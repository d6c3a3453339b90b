import postgres, { type Sql } from "postgres";
import { env } from "#server/env.ts";

type Locks = { sql: Sql; held: Set<string> };

const processLocks: { ladingSessionLocks?: Locks } = globalThis as never;

/**
 * Does `work` while this process alone holds the lock `name`; undefined when somebody holds it already. For work
 * that spans several transactions and a call to another server: the lock belongs to a connection of its own, so
 * it is gone the moment the process is killed, and no transaction stays open meanwhile.
 */
export async function withSessionLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const { sql, held } = locks();
  // PostgreSQL lets one session take the same lock twice; the set is what keeps this process from it.
  if (held.has(name)) return undefined;
  held.add(name);
  try {
    const [row] = await sql<
      { got: boolean }[]
    >`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as got`;
    if (!row?.got) return undefined;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`;
    }
  } finally {
    held.delete(name);
  }
}

/** Closes the locks' connection, which frees all of them. */
export async function closeSessionLocks(): Promise<void> {
  const open = processLocks.ladingSessionLocks;
  processLocks.ladingSessionLocks = undefined;
  await open?.sql.end({ timeout: 5 });
}

function locks(): Locks {
  processLocks.ladingSessionLocks ??= { sql: lockConnection(), held: new Set() };
  return processLocks.ladingSessionLocks;
}

// One connection that is never recycled: a new one would not hold the old one's locks.
function lockConnection(): Sql {
  return postgres(env().DATABASE_URL, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
}
