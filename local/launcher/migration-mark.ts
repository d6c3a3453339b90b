import { createHash } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { fingerprintFiles } from "./fingerprint.ts";

/** Stands for the migrations as they are and the app's login (role and password, whatever the port). */
export function migrationMark(root: string, appUrl: string): string {
  const { username, password } = new URL(appUrl);
  const files = fingerprintFiles(root, ["db/migrations", "db/migrate.ts", "db/app-role.ts"]);
  return createHash("sha256").update(`${files} ${username} ${password}`).digest("hex");
}

/** The mark the database was left with. It lives in the database itself, so it is gone when the database is. */
export function readMark(ownerUrl: string): Promise<string | undefined> {
  return asOwner(ownerUrl, async (sql) => {
    const [row] = await sql<{ mark: string | null }[]>`
      select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`;
    return row?.mark ?? undefined;
  });
}

/** Leaves the mark as the database's comment. */
export async function writeMark(ownerUrl: string, mark: string): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1);
  await asOwner(ownerUrl, (sql) => sql`comment on database ${sql(name)} is ${sql.unsafe(`'${mark}'`)}`);
}

/** Whether anybody uses the database yet. */
export function hasCompanies(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (sql) => (await sql`select 1 from companies limit 1`).length > 0);
}

async function asOwner<T>(ownerUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
