import type { EngineConfig } from "./config.ts";
import type { Sql } from "./database.ts";
import type { Lanes } from "./lanes.ts";
import type { Registry } from "./registry.ts";
import type { Slots } from "./slots.ts";

/** What the engine's parts share. */
export type Engine = {
  config: EngineConfig;
  /** The connections to use now; they may be others a moment later. */
  readonly sql: Sql;
  lanes: Lanes;
  slots: Slots;
  /** The functions known now. Replaced as a whole, never emptied: an event during a sync must find its functions. */
  registry: Registry;
  /** Only one engine per database is; the others stand by. */
  isActive: boolean;
  /** Jobs leased by an engine that is gone: they hold their slots until the lease lapses or the job is removed. */
  recovered: Set<string>;
  /** Looks for due jobs right away instead of at the next tick. */
  kick(): void;
};
