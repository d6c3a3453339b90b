import { rmSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureAppRole } from "../../db/app-role.ts";
import { setTestEnv } from "../../db/testing/test-env.ts";
import { createDatabase } from "../../local/postgres/database.ts";
import { startPostgres } from "../../local/postgres/start-postgres.ts";
import { temporaryDataFolder } from "../../local/postgres/temporary-data-folder.ts";
import { seedWorld } from "../seed/seed-world.ts";
import type { World } from "../seed/worlds.ts";
import { type OpenWorld, openWorld } from "./open-world.ts";

/** For reading only: nothing here must survive a crash. */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "8GB",
  shared_buffers: "1GB",
  autovacuum: "off",
};

const MIGRATIONS = new URL("../../db/migrations", import.meta.url).pathname;

export type BenchDatabase = {
  /** Makes a database, fills it, and opens it as the app's role. */
  open(world: World): Promise<OpenWorld>;
  stop(): Promise<void>;
};

/** A PostgreSQL of its own for worlds, in a temporary folder. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = temporaryDataFolder("lading-bench-");
  const server = await startPostgres({ dataDir: folder, port: 0, settings: SETTINGS });
  const opened: OpenWorld[] = [];
  return {
    async open(world) {
      const start = performance.now();
      const ownerUrl = await createDatabase(server.url, world.name);
      const app = new URL(ownerUrl);
      app.username = "lading_bench_app";
      app.password = "lading-bench";
      setTestEnv({ DATABASE_URL: app.href });
      const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
      await migrate(drizzle(owner), { migrationsFolder: MIGRATIONS });
      await ensureAppRole(owner, app.href);
      await owner.end();
      await seedWorld(ownerUrl, world);
      console.log(`${world.name}: seeded in ${Math.round((performance.now() - start) / 1000)} s`);
      const result = await openWorld({ appUrl: app.href, ownerUrl });
      opened.push(result);
      return result;
    },
    async stop() {
      await Promise.all(opened.map((world) => world.close()));
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
