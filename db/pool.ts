import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { OftenAsked } from "./often-asked.ts";
import * as schema from "./schema/index.ts";
import { Slots } from "./slots.ts";

export type Database = ReturnType<typeof drizzle<typeof schema, Sql>>;

export type Pool = {
  /** Does `work` on the connections of now, once one is free. */
  use<T>(work: (db: Database) => Promise<T>): Promise<T>;
  end(): Promise<void>;
};

type Connections = { client: Sql; asked: OftenAsked; isLost: boolean };

/**
 * Opens connections as the role in `url`, and a whole new set as soon as one of them is lost; what is under way on
 * the others is refused. postgres.js 3.4.9 sends the rollback of a transaction whose connection is gone to a socket
 * that is null: an exception that nobody can catch, and a connection that times out on every attempt to connect
 * anew. A restart of PostgreSQL would leave most of a pool dead for ever.
 */
export function openPool(url: string, size: number): Pool {
  // Waiting for a connection is done here, where it is bound to none: what waits inside a lost set is never served.
  const slots = new Slots(size);
  let isEnding = false;
  let current = open();

  function open() {
    const client = postgres(url, {
      max: size,
      // None is closed by us, so each one that closes was lost.
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      onclose() {
        if (isEnding || connections.isLost) return;
        connections.isLost = true;
        current = open();
        void client.end({ timeout: 0 });
      },
      onnotice: () => undefined,
      // Planned for the values at hand, prepared or not: companies differ in size a thousandfold.
      connection: { plan_cache_mode: "force_custom_plan" },
    });
    const connections: Connections = { client, asked: new OftenAsked(), isLost: false };
    return { client, db: drizzle(withSafeBegin(connections), { schema, casing: "snake_case" }) };
  }

  return {
    use: (work) => slots.run(() => work(current.db)),
    async end() {
      isEnding = true;
      await current.client.end({ timeout: 5 });
    },
  };
}

/** The client with a `begin` that sends nothing more, no commit and no rollback, once the connections are lost. */
function withSafeBegin(connections: Connections): Sql {
  const { client } = connections;
  const begin = (work: (sql: TransactionSql) => Promise<unknown>) =>
    client.begin(async (sql) => {
      try {
        return await work(asOneOf(connections, sql));
      } finally {
        // The closed connection itself ends `begin`, with an error; PostgreSQL has rolled back by then.
        if (connections.isLost) await new Promise<never>(() => undefined);
      }
    });
  return new Proxy(client, {
    get: (target, name) => (name === "begin" ? begin : Reflect.get(target, name)),
  });
}

/** The transaction with statements that are prepared where they come often, and refused once its connection is lost. */
function asOneOf(connections: Connections, sql: TransactionSql): TransactionSql {
  const unsafe: TransactionSql["unsafe"] = (statement, values, options) => {
    if (connections.isLost) throw new Error("The connection to the database was lost.");
    const prepare = options?.prepare || connections.asked.isOften(statement);
    return sql.unsafe(statement, values, { ...options, prepare });
  };
  return new Proxy(sql, {
    get: (target, name) => (name === "unsafe" ? unsafe : Reflect.get(target, name)),
  });
}
