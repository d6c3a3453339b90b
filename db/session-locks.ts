import postgres, { type Sql } from "postgres";
import { env } from "#server/env.ts";

// On globalThis, because the development server reloads this module and must not lock on two connections.
const kept: { ladingLockConnection?: Sql; ladingHeldLocks?: Set<string> } = globalThis as never;

/**
 * Does `work` while this process alone holds the lock `name`; undefined when somebody holds it already. For work
 * that spans several transactions and a call to another server: the lock belongs to a connection of its own, so
 * it is gone the moment the process is killed, and no transaction stays open meanwhile.
 */
export async function withSessionLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const sql = lockConnection();
  kept.ladingHeldLocks ??= new Set();
  const held = kept.ladingHeldLocks;
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
  const open = kept.ladingLockConnection;
  kept.ladingLockConnection = undefined;
  await open?.end({ timeout: 5 });
}

// One connection that is never recycled: a new one would not hold the old one's locks. Once it is lost, and with it
// its locks, another takes its place: this driver may not get a lost one going again (see pool.ts).
function lockConnection(): Sql {
  kept.ladingLockConnection ??= open();
  return kept.ladingLockConnection;

  function open(): Sql {
    const sql = postgres(env().DATABASE_URL, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      onclose() {
        if (kept.ladingLockConnection !== sql) return;
        kept.ladingLockConnection = undefined;
        void sql.end({ timeout: 0 });
      },
      onnotice: () => undefined,
    });
    return sql;
  }
}
