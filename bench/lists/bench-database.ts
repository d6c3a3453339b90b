import { rmSync } from "node:fs";
import { setTestEnv } from "../../db/testing/test-env.ts";
import { startPostgres } from "../../local/postgres/start-postgres.ts";
import { temporaryDataFolder } from "../../local/postgres/temporary-data-folder.ts";
import { createAppDatabase } from "../app-database.ts";
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
      const address = await createAppDatabase(server.url, world.name);
      setTestEnv({ DATABASE_URL: address.appUrl });
      await seedWorld(address.ownerUrl, world);
      console.log(`${world.name}: seeded in ${Math.round((performance.now() - start) / 1000)} s`);
      const result = await openWorld(address);
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
