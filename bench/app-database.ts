import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureAppRole } from "../db/app-role.ts";
import { createDatabase } from "../local/postgres/database.ts";
import type { WorldAddress } from "./lists/open-world.ts";

const MIGRATIONS = new URL("../db/migrations", import.meta.url).pathname;

/** Makes a database of the app's tables, empty, and the app's role to use it. */
export async function createAppDatabase(serverUrl: string, name: string): Promise<WorldAddress> {
  const ownerUrl = await createDatabase(serverUrl, name);
  const app = new URL(ownerUrl);
  app.username = "lading_bench_app";
  app.password = "lading-bench";
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  await migrate(drizzle(owner), { migrationsFolder: MIGRATIONS });
  await ensureAppRole(owner, app.href);
  await owner.end();
  return { appUrl: app.href, ownerUrl };
}
