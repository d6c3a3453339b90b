import type { Exchange } from "#server/otr/exchange.ts";
import type { Effect } from "./effect.ts";

/** What came of one call: its name for the record, the conversation where there was one, and what it means. */
export type CallResult = { outcome: string; exchange: Exchange | undefined; effect: Effect };
