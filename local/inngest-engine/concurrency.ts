import { createHash } from "node:crypto";
import type { EventPayload } from "./events.ts";
import { keyValue } from "./expressions.ts";
import { laneOf } from "./lanes.ts";
import { concurrencyRuleName, type FunctionDef, KEY_SEPARATOR } from "./registry.ts";

/** The lane of a run's calls: its function's concurrency rules, each with the value this event gives its key. */
export function laneFor(fn: FunctionDef, event: EventPayload): string {
  const rules = fn.config.concurrency ?? [];
  return laneOf(
    rules.map(
      (rule, index) =>
        concurrencyRuleName(fn, index) + KEY_SEPARATOR + keyPart(keyValue(rule.key, { event })),
    ),
  );
}

/** Keys are joined by control characters and indexed: long or odd values go by their hash. */
export function keyPart(value: string): string {
  const isPlain = value.length <= 200 && !/\p{Cc}/u.test(value);
  return isPlain ? value : createHash("sha1").update(value).digest("hex");
}
