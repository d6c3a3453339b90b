import { readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import type { World } from "./worlds.ts";

/** Files that need what those before them wrote, and files that need only these. */
const IN_TURN = ["companies", "customers", "plan"];
const AT_ONCE = ["batches", "loads", "papers", "audit"];

/** Triggers and foreign keys rest: the files keep to them. */
const SETTINGS = {
  session_replication_role: "replica",
  work_mem: "256MB",
  maintenance_work_mem: "512MB",
  synchronous_commit: "off",
  jit: "off",
  TimeZone: "UTC",
};

/**
 * Fills a migrated, empty database with a world, the same rows in every run; indexes are built when the rows are there.
 * The role of `ownerUrl` must be a superuser.
 */
export async function seedWorld(ownerUrl: string, { companies, loadsPerCustomer }: World): Promise<void> {
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => undefined, connection: SETTINGS });
  try {
    await owner.unsafe(
      "create schema bench; create table bench.size (no int primary key, loads int, per_customer int)",
    );
    await owner`
      insert into bench.size select ordinality, loads, ${loadsPerCustomer}::int from unnest(${companies}::int[]) with ordinality as s(loads)`;
    const indexes = await dropIndexes(owner);
    for (const file of IN_TURN) await run(owner, file);
    await Promise.all(AT_ONCE.map((file) => run(owner, file)));
    await owner.unsafe("drop schema bench cascade");
    await Promise.all(indexes.map((index) => owner.unsafe(index)));
    await owner.unsafe("vacuum (analyze)");
  } finally {
    await owner.end();
  }
}

function run(owner: Sql, file: string) {
  return owner.unsafe(readFileSync(new URL(`${file}.sql`, import.meta.url), "utf8"));
}

/** Drops every index that no constraint needs; answers how to make them again. */
async function dropIndexes(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;
  for (const { name } of rows) await owner`drop index ${owner(name)}`;
  return rows.map(({ definition }) => definition);
}
