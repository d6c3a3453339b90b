import { openDatabase, type Sql } from "./database.ts";
import { report } from "./report.ts";

const ENGINE_LOCK = 7_128_800;
const BEAT_MS = 500;

/**
 * Keeps trying to be the one active engine of the database, by a session's advisory lock: it is free the moment the
 * holder's connection is gone, be it by kill -9 or by a restart of PostgreSQL.
 */
export function seekLeadership(
  databaseUrl: string,
  on: { elected(): Promise<void>; deposed(): void },
): { stop(): Promise<void> } {
  let session: number | undefined;
  const depose = () => {
    if (session === undefined) return;
    session = undefined;
    on.deposed();
  };
  let sql = connect();

  /** One connection, whose session holds the lock. A lost one is not mended but replaced (see pool.ts). */
  function connect(): Sql {
    const options = { max: 1, idle_timeout: 0, max_lifetime: null };
    const own: Sql = openDatabase(databaseUrl, {
      ...options,
      onclose() {
        if (own === sql) depose();
      },
    });
    return own;
  }

  let isBeating = false;
  async function beat(): Promise<void> {
    if (isBeating) return;
    isBeating = true;
    try {
      // Taking it again in the session that holds it succeeds; another session means the lock was lost in between.
      const [row] = await sql<{ isHeld: boolean; pid: number }[]>`
        select pg_try_advisory_lock(${ENGINE_LOCK}) as "isHeld", pg_backend_pid() as pid`;
      if (!row?.isHeld || (session !== undefined && session !== row.pid)) depose();
      if (row?.isHeld && session === undefined) {
        session = row.pid;
        await on.elected();
      }
    } catch (error) {
      depose();
      const lost = sql;
      sql = connect();
      void lost.end({ timeout: 0 });
      report("the lock of the active engine", error);
    } finally {
      isBeating = false;
    }
  }

  const timer = setInterval(beat, BEAT_MS);
  void beat();
  return {
    async stop() {
      clearInterval(timer);
      await sql.end({ timeout: 1 });
    },
  };
}
