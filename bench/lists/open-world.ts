import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Pool } from "#db/pool.ts";
import * as schema from "#db/schema/index.ts";
import { findFacts, type WorldFacts } from "./world-facts.ts";

/** A statement as a verb sends it. */
export type Statement = { query: string; params: unknown[] };

/** A seeded database that verbs can be run on, as the app's role, over one connection. */
export type OpenWorld = {
  facts: WorldFacts;
  /** From now on, until another world is used, the app's database is this one. */
  use: () => void;
  /** Runs a verb and answers what it sent. */
  record: (run: () => Promise<unknown>) => Promise<Statement[]>;
  /** Sends statements in one transaction over the same connection. */
  send: (statements: readonly Statement[]) => Promise<void>;
  close: () => Promise<void>;
};

export type WorldAddress = { appUrl: string; ownerUrl: string };

/** Opens a database that `seedWorld` filled; verbs act as an admin with "Billing" of its largest company. */
export async function openWorld({ appUrl, ownerUrl }: WorldAddress): Promise<OpenWorld> {
  const facts = await findFacts(ownerUrl);
  const pool = postgres(appUrl, { max: 1, onnotice: () => undefined });
  let log: Statement[] | undefined;
  const logger = { logQuery: (query: string, params: unknown[]) => void log?.push({ query, params }) };
  const db = drizzle(pool, { schema, casing: "snake_case", logger });
  const ladingDatabase: Pool = { use: (work) => work(db), end: () => pool.end({ timeout: 5 }) };
  const use = () => void Object.assign(globalThis, { ladingDatabase });
  return {
    facts,
    use,
    record: async (run) => {
      use();
      log = [];
      await run();
      const statements = log;
      log = undefined;
      return statements;
    },
    send: async (statements) => {
      await pool.begin(async (tx) => {
        for (const { query, params } of statements) await tx.unsafe(query, params as never[]);
      });
    },
    close: () => ladingDatabase.end(),
  };
}
