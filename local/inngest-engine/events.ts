import { z } from "zod";
import { eventIdSource } from "./ids.ts";

/** An event as functions receive it. `ts` is in milliseconds. */
export type EventPayload = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  [field: string]: unknown;
};

export const INTERNAL_EVENT = {
  failed: "inngest/function.failed",
  finished: "inngest/function.finished",
  cancelled: "inngest/function.cancelled",
  invoked: "inngest/function.invoked",
  timer: "inngest/scheduled.timer",
} as const;

/**
 * The events of one POST to /e/{key}, with ids and times filled in. A user's own id is kept.
 * Throws a ZodError when the body is not an event or a list of events.
 */
export function readEvents(body: unknown, seed: string | undefined, now: number): EventPayload[] {
  const nextId = eventIdSource(seed, now);
  const sent = z.array(sentEvent).parse(Array.isArray(body) ? body : [body]);
  return sent.map((event, index) => ({
    ...event,
    id: event.id || nextId(index),
    data: event.data ?? {},
    ts: event.ts || now,
  }));
}

const sentEvent = z.looseObject({
  name: z.string().min(1),
  id: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
});
