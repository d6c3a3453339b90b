import { setTimeout as pause } from "node:timers/promises";
import type { Trace } from "./trace.ts";

/** Work of that length, which leaves its beginning and end in the trace. */
export async function busyStep(trace: Trace, label: string, milliseconds: number): Promise<void> {
  trace.add(`${label}:begin`);
  await pause(milliseconds);
  trace.add(`${label}:end`);
}

/** How many pieces of work with the label were ever going on at once. */
export function mostAtOnce(trace: Trace, label: string): number {
  let now = 0;
  let most = 0;
  for (const mark of trace.labels()) {
    if (mark === `${label}:begin`) now += 1;
    if (mark === `${label}:end`) now -= 1;
    most = Math.max(most, now);
  }
  return most;
}
