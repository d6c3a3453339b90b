import { createHash } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { fingerprintFiles } from "./fingerprint.ts";

/** Stands for the migrations as they are and the app's login (role and password, whatever the port). */
export async function migrationMark(root: string, appUrl: string): Promise<string> {
  const { username, password } = new URL(appUrl);
  const files = await fingerprintFiles(root, ["db/migrations", "db/migrate.ts", "db/app-role.ts"]);
  return createHash("sha256").update(`${files} ${username} ${password}`).digest("hex");
}

/** How the database was left: migrated to something else than `mark`, or to it and without or with a company. */
export type DatabaseState = "changed" | "empty" | "in_use";

/** The mark lives in the database itself, so it is gone when the database is. */
export function readState(ownerUrl: string, mark: string): Promise<DatabaseState> {
  return asOwner(ownerUrl, async (sql) => {
    const [row] = await sql<{ mark: string | null }[]>`
      select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`;
    if (row?.mark !== mark) return "changed";
    return (await anyCompany(sql)) ? "in_use" : "empty";
  });
}

/** Leaves the mark as the database's comment. */
export async function writeMark(ownerUrl: string, mark: string): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1);
  await asOwner(ownerUrl, (sql) => sql`comment on database ${sql(name)} is ${sql.unsafe(`'${mark}'`)}`);
}

/** Whether anybody uses the database yet. */
export function hasCompanies(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, anyCompany);
}

async function anyCompany(sql: Sql): Promise<boolean> {
  return (await sql`select 1 from companies limit 1`).length > 0;
}

async function asOwner<T>(ownerUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
