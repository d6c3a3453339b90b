import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "./testing/test-database.ts";

/** Tables that belong to no company. */
const SHARED_TABLES = ["rate_limits"];

const database = await testDatabase();
const app = postgres(database.appUrl, { max: 1 });

beforeAll(() => fillEveryTable(database.owner));

afterAll(() => app.end());

describe("row-level security", () => {
  it("is on, with a policy, for every table that isn't shared", async () => {
    const rows = await database.owner<{ name: string; enabled: boolean; policies: number }[]>`
      select relname as name, relrowsecurity as enabled,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
          and p.polwithcheck is not null) as policies
      from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`;
    const open = rows.filter(({ enabled, policies }) => !enabled || policies === 0).map(({ name }) => name);
    expect(open).toEqual(SHARED_TABLES);
  });

  it("is on for every table that has a company", async () => {
    const rows = await database.owner<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attname = 'company_id' and not c.relrowsecurity`;
    expect(rows).toHaveLength(0);
  });

  it("shows the app no row of any tenant table while no company is named, however full they are", async () => {
    const seen: Record<string, [full: boolean, seen: number]> = {};
    for (const name of await tenantTables(database.owner)) {
      const [inTable] = await database.owner<{ n: number }[]>`select count(*)::int n from ${app(name)}`;
      const [inView] = await app<{ n: number }[]>`select count(*)::int n from ${app(name)}`;
      seen[name] = [(inTable?.n ?? 0) > 0, inView?.n ?? -1];
    }
    expect(Object.keys(seen).length).toBeGreaterThan(20);
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, [true, 0]])));
  });

  it("shows one company's rows, and no other's, once that company is named", async () => {
    const [first, second] = await database.owner<{ id: string }[]>`select id from companies order by name`;
    const companies = await app.begin(async (tx) => {
      await tx`select set_config('app.company_id', ${first?.id ?? ""}, true)`;
      return tx<{ id: string }[]>`select id from companies`;
    });
    expect(companies.map(({ id }) => id)).toEqual([first?.id]);
    expect(second?.id).toBeDefined();
  });

  it("forgets the company with its transaction, so the next one on the connection sees nothing", async () => {
    const [company] = await database.owner<{ id: string }[]>`select id from companies`;
    await app.begin((tx) => tx`select set_config('app.company_id', ${company?.id ?? ""}, true)`);
    expect(await app`select 1 from companies`).toHaveLength(0);
  });

  it("refuses a row for another company than the one named, in every tenant table", async () => {
    const [first, second] = await database.owner<{ id: string }[]>`select id from companies order by name`;
    for (const name of await tablesWithCompany(database.owner)) {
      const moved = app.begin(async (tx) => {
        await tx`select set_config('app.company_id', ${first?.id ?? ""}, true)`;
        await tx`insert into ${tx(name)} (company_id) values (${second?.id ?? ""})`;
      });
      await expect(moved, name).rejects.toThrow(/row-level security/);
    }
  });

  it("refuses to make a user or company while no company is named", async () => {
    await expect(app`insert into users (id, email, name, password_hash)
      values (gen_random_uuid(), 'x@x.test', 'x', 'x')`).rejects.toThrow(/row-level security/);
    await expect(app`insert into companies (id, name, time_zone)
      values (gen_random_uuid(), 'x', 'UTC')`).rejects.toThrow(/row-level security/);
  });
});

describe("the app's role", () => {
  it("owns no table and can't bypass row-level security", async () => {
    const [role] = await app<{ strong: boolean }[]>`
      select rolsuper or rolbypassrls or exists (select 1 from pg_class where relowner = r.oid) as strong
      from pg_roles r where rolname = current_user`;
    expect(role?.strong).toBe(false);
  });

  it("can't rewrite what has happened", async () => {
    for (const name of ["audit_entries", "load_status_changes", "purchase_status_changes"]) {
      await expect(app`delete from ${app(name)}`, name).rejects.toThrow(/permission denied/);
    }
  });
});

describe("functions that look across companies", () => {
  it("run with fixed search paths, and can't be called by the public", async () => {
    const functions = await database.owner<{ name: string; path: string | null; open: boolean }[]>`
      select proname as name, proconfig[1] as path, has_function_privilege('public', oid, 'execute') as open
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`;
    expect(functions.length).toBeGreaterThanOrEqual(4);
    for (const { name, path, open } of functions) {
      expect(name).toMatch(/^platform_/);
      expect(path, name).toBe("search_path=public, pg_temp");
      expect(open, name).toBe(false);
    }
  });
});

async function tenantTables(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all(${SHARED_TABLES}) order by relname`;
  return rows.map(({ name }) => name);
}

async function tablesWithCompany(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'company_id'`;
  return rows.map(({ name }) => name);
}

/** A row in every tenant table, its foreign keys and checks aside: only the policies are under test. */
async function fillEveryTable(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into companies (id, name, time_zone) values
      (gen_random_uuid(), 'Alder Freight', 'UTC'), (gen_random_uuid(), 'Birch Haulage', 'UTC')`;
    const [company] = await tx<{ id: string }[]>`select id from companies order by name`;
    for (const name of await tenantTables(owner)) {
      if (name === "companies") continue;
      await tx.unsafe(await fakeRow(tx, name, company?.id ?? ""));
    }
  });
}

/** An insert that gives each required column some value of its type. */
async function fakeRow(tx: TransactionSql, table: string, companyId: string): Promise<string> {
  const columns = await tx<{ name: string; type: string; label: string | null }[]>`
    select attname as name, format_type(atttypid, null) as type,
      (select enumlabel from pg_enum where enumtypid = atttypid limit 1) as label
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and attnotnull and not atthasdef and attgenerated = ''`;
  const value = ({ name, type, label }: (typeof columns)[number]) => {
    if (name === "company_id") return `'${companyId}'`;
    if (label !== null) return `'${label}'`;
    const literal = FAKE_VALUES[type];
    if (!literal) throw new Error(`no value for ${table}.${name} of type ${type}`);
    return literal;
  };
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  return `insert into "${table}" (${names}) values (${columns.map(value).join(", ")})`;
}

const FAKE_VALUES: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "'x'",
  integer: "1",
  bigint: "1",
  smallint: "1",
  boolean: "false",
  jsonb: "'{}'",
  date: "'2026-01-05'",
  bytea: "'\\x00'",
  "timestamp with time zone": "now()",
};
