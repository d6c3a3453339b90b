import type { EngineConfig } from "./config.ts";
import { migrate } from "./database.ts";
import type { Engine } from "./engine.ts";
import { startHttpServer } from "./http-server.ts";
import { createLanes } from "./lanes.ts";
import { seekLeadership } from "./leadership.ts";
import { recoverQueue } from "./leases.ts";
import { startLoop } from "./loop.ts";
import { patiently } from "./patiently.ts";
import { openPool } from "./pool.ts";
import { buildRegistry, loadApps } from "./registry.ts";
import { startRetention } from "./retention.ts";
import { createSlots } from "./slots.ts";
import { startSync } from "./sync.ts";

export type RunningEngine = { port: number; stop(): Promise<void> };

/** Starts the engine: it listens, seeks to be the active one, and works while it is. */
export async function startEngine(config: EngineConfig): Promise<RunningEngine> {
  const pool = openPool(config.databaseUrl);
  await patiently(() => migrate(pool.sql));
  const engine: Engine = {
    config,
    get sql() {
      return pool.sql;
    },
    lanes: createLanes(),
    slots: createSlots((key) => engine.registry.limitOf(key)),
    registry: buildRegistry(await loadApps(pool.sql)),
    isActive: false,
    recovered: new Set(),
    kick: () => loop.kick(),
  };
  const loop = startLoop(engine);
  const server = await startHttpServer(engine);
  const leadership = seekLeadership(config.databaseUrl, {
    async elected() {
      engine.registry = buildRegistry(await loadApps(pool.sql));
      await recoverQueue(engine);
      engine.isActive = true;
      engine.kick();
    },
    deposed() {
      engine.isActive = false;
    },
  });
  const background = [startSync(engine), startRetention(engine)];
  return {
    port: server.port,
    async stop() {
      engine.isActive = false;
      for (const service of [...background, loop, server]) service.stop();
      await Promise.all([leadership.stop(), pool.end()]);
    },
  };
}
