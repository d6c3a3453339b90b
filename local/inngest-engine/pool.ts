import { openDatabase, type Sql } from "./database.ts";
import { report } from "./report.ts";

export type Pool = {
  /** The connections to use now. Not to be kept: they are replaced when one of them is lost. */
  readonly sql: Sql;
  end(): Promise<void>;
};

const DRAIN_S = 0.5;

/**
 * Opens the engine's connections and replaces them all as soon as one is lost. postgres.js 3.4.9 forgets to reset a
 * write that was scheduled when its socket closed; that connection then waits for ever on each attempt to connect anew.
 */
export function openPool(url: string): Pool {
  let isEnding = false;
  let current = open();

  function open(): Sql {
    const sql = openDatabase(url, {
      max_lifetime: null,
      onclose() {
        if (isEnding || sql !== current) return;
        current = open();
        retire(sql);
      },
    });
    return sql;
  }

  return {
    get sql() {
      return current;
    },
    async end() {
      isEnding = true;
      await current.end({ timeout: DRAIN_S });
    },
  };
}

/** What is under way on the other connections may end; what doesn't is refused and done again on the new ones. */
function retire(sql: Sql): void {
  sql.end({ timeout: DRAIN_S }).catch((error: unknown) => report("closing old connections", error));
}

/**
 * Keeps the process alive over a fault of postgres.js 3.4.9: rolling back on a connection that is gone, it writes to a
 * null socket from a timer, where nobody can catch it. The transaction itself has been refused properly by then.
 */
export function survivePoolFaults(): void {
  process.on("uncaughtException", (error) => {
    if (isWriteToLostSocket(error)) return;
    report("an unforeseen fault", error);
    process.exit(1);
  });
}

function isWriteToLostSocket(error: Error): boolean {
  return (
    error instanceof TypeError &&
    /\(reading 'write'\)[\s\S]*postgres[\\/]src[\\/]connection\.js/.test(error.stack ?? "")
  );
}
