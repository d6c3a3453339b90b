import { rmSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureAppRole } from "../db/app-role.ts";
import { setTestEnv } from "../db/testing/test-env.ts";
import { createDatabase } from "../local/postgres/database.ts";
import { startPostgres } from "../local/postgres/start-postgres.ts";
import { temporaryDataFolder } from "../local/postgres/temporary-data-folder.ts";
import type { Figure } from "./figure.ts";
import { ASKS } from "./lists/asks.ts";
import { type Measured, measure } from "./lists/measure.ts";
import { openWorld, type WorldAddress } from "./lists/open-world.ts";
import { report } from "./report.ts";
import { seedWorld } from "./seed/seed-world.ts";
import { BIG, SMALL, type World } from "./seed/worlds.ts";

/*
 * The lists at a million loads: every list and search as its verb, as the app's role, in a database of ten thousand
 * loads and in one of a million, in turns. `npm run bench -- queue` measures only what is named like that.
 */

const ROUNDS = Number(process.env.BENCH_ROUNDS || 25);
/** A million loads may cost this much of what ten thousand cost, and a verb this much of its bare SQL. */
const BOUNDS = { growth: 1.5, overhead: 2 };
const only = process.argv[2]?.toLowerCase() ?? "";

const folder = temporaryDataFolder("lading-bench-");
const server = await startPostgres({
  dataDir: folder,
  port: 0,
  settings: {
    fsync: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "8GB",
    shared_buffers: "1GB",
    autovacuum: "off",
  },
});
try {
  const small = await openWorld(await makeWorld(SMALL));
  const big = await openWorld(await makeWorld(BIG));
  const figures: Figure[] = [];
  for (const ask of ASKS.filter(({ name }) => name.toLowerCase().includes(only))) {
    figures.push(...figuresOf(await measure(ask, { small, big }, ROUNDS)));
  }
  await Promise.all([small.close(), big.close()]);
  report("lists", figures);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function makeWorld(world: World): Promise<WorldAddress> {
  const start = performance.now();
  const ownerUrl = await createDatabase(server.url, world.name);
  const app = new URL(ownerUrl);
  app.username = "lading_bench_app";
  app.password = "lading-bench";
  setTestEnv({ DATABASE_URL: app.href });
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  await migrate(drizzle(owner), { migrationsFolder: new URL("../db/migrations", import.meta.url).pathname });
  await ensureAppRole(owner, app.href);
  await owner.end();
  await seedWorld(ownerUrl, world);
  console.log(`${world.name}: seeded in ${Math.round((performance.now() - start) / 1000)} s`);
  return { appUrl: app.href, ownerUrl };
}

function figuresOf({ figure, small, big, bare }: Measured): Figure[] {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      figure: `${figure}, 1,000,000 to 10,000 loads`,
      measured: big / small,
      unit: "×",
      bound: BOUNDS.growth,
      detail: `${ms(big)} to ${ms(small)}`,
    },
    {
      figure: `${figure}, to its bare SQL`,
      measured: big / bare,
      unit: "×",
      bound: BOUNDS.overhead,
      detail: `${ms(big)} to ${ms(bare)}`,
    },
  ];
}
