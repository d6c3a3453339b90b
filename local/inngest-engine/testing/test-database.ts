import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { openDatabase, type Sql } from "../database.ts";

export type TestDatabase = { url: string; sql: Sql; drop(): Promise<void> };

/** A database of the test's own on the cluster of this test run (TEST_DATABASE_URL). */
export async function createTestDatabase(server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  if (!server) throw new Error("TEST_DATABASE_URL is not set");
  const name = `engine_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const sql = openDatabase(url.href, { max: 4 });
  return {
    url: url.href,
    sql,
    async drop() {
      await sql.end();
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
