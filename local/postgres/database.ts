import postgres from "postgres";

/** The same server's URL for another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Creates the database unless it exists; answers its URL. The URL's role must be allowed to create databases. */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!existing) await sql`create database ${sql(name)}`;
    return databaseUrl(serverUrl, name);
  } finally {
    await sql.end();
  }
}

/** Data folder of the server at this URL, which proves both whose server it is and that its password is ours. */
export async function readDataFolder(serverUrl: string): Promise<string | undefined> {
  const sql = postgres(serverUrl, { max: 1, connect_timeout: 5 });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder;
  } finally {
    await sql.end();
  }
}
