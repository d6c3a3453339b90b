import postgres from "postgres";
import type { Engine } from "./engine.ts";
import { MIGRATIONS } from "./migrations.ts";

export type Sql = postgres.Sql;

/** An open transaction, and the place to announce jobs that become claimable once it commits. */
export type Tx = { sql: postgres.TransactionSql; announce(lane: string, at: Date): void };

const SCHEMA = "inngest_engine";
const MIGRATION_LOCK = 7_128_801;
const JSON_OID = 114;

/** Opens the engine's pool; every connection works inside the engine's own schema. */
export function openDatabase(url: string, options: postgres.Options<Record<string, never>> = {}): Sql {
  return postgres(url, {
    max: 16,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { search_path: SCHEMA, application_name: "inngest-engine" },
    ...options,
  });
}

/** Creates the schema and applies the migrations it lacks; engines starting together take turns. */
export async function migrate(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await tx.unsafe(`create schema if not exists ${SCHEMA}`);
    await tx`create table if not exists migration (version int primary key, applied_at timestamptz not null default now())`;
    const [row] = await tx<{ version: number }[]>`select coalesce(max(version), 0) as version from migration`;
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < (row?.version ?? 0)) continue;
      await tx.unsafe(statements);
      await tx`insert into migration (version) values (${index + 1})`;
    }
  });
}

/**
 * Runs the work in one transaction and, once it is committed, wakes the claim loop for the jobs it added.
 * Lock order, everywhere: run, then its job, then `lockKeys`, then waits. Ingesting events never locks a run.
 */
export async function transact<T>(
  engine: Pick<Engine, "sql" | "lanes" | "kick">,
  work: (tx: Tx) => Promise<T>,
) {
  const announced: [lane: string, at: number][] = [];
  let result: T | undefined;
  await engine.sql.begin(async (sql) => {
    result = await work({ sql, announce: (lane, at) => announced.push([lane, at.getTime()]) });
  });
  for (const [lane, at] of announced) engine.lanes.due(lane, at);
  if (announced.length > 0) engine.kick();
  return result;
}

/**
 * Serializes, until commit, everything that works on keyed rows (debounce, batch, rate, singleton, waits), so that two
 * batches of events with the same keys in another order can't deadlock.
 */
export async function lockKeys(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(${MIGRATION_LOCK + 1})`;
}

/** A JSON parameter. Columns are `json`, not `jsonb`: jsonb refuses "\u0000", which a step may well return. */
export function json(sql: Sql | postgres.TransactionSql, value: unknown) {
  return sql.typed(value, JSON_OID);
}

/** True for trouble with the connection or the server itself, after which the same statement may well succeed. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return /^(57P0\d|08\w{3}|53\d{3}|CONNECTION_\w+|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(
    error.code,
  );
}
