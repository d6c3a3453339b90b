import { z } from "zod";

/** A function as the SDK describes it at sync; fields the engine doesn't know are ignored. */
export type FunctionConfig = z.infer<typeof functionConfig>;

const keyed = { key: z.string().nullish() };
const concurrencyRule = z.object({
  limit: z.number(),
  scope: z.enum(["fn", "env", "account"]).nullish(),
  ...keyed,
});

/** Brings the three shapes of `concurrency` (number, one rule, list of rules) to a list. */
const concurrency = z
  .union([z.number(), concurrencyRule, z.array(concurrencyRule)])
  .transform((value): z.infer<typeof concurrencyRule>[] => {
    if (typeof value === "number") return [{ limit: value }];
    return Array.isArray(value) ? value : [value];
  });

export const functionConfig = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  triggers: z
    .array(
      z.object({
        event: z.string().nullish(),
        expression: z.string().nullish(),
        cron: z.string().nullish(),
      }),
    )
    .default([]),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).nullish() }) }),
  idempotency: z.string().nullish(),
  concurrency: concurrency.nullish(),
  debounce: z.object({ period: z.string(), timeout: z.string().nullish(), ...keyed }).nullish(),
  batchEvents: z.object({ maxSize: z.number(), timeout: z.string(), ...keyed }).nullish(),
  rateLimit: z.object({ limit: z.number(), period: z.string(), ...keyed }).nullish(),
  throttle: z
    .object({ limit: z.number(), period: z.string(), burst: z.number().nullish(), ...keyed })
    .nullish(),
  singleton: z.object({ mode: z.enum(["skip", "cancel"]), ...keyed }).nullish(),
  priority: z.object({ run: z.string().nullish() }).nullish(),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().nullish(), timeout: z.string().nullish() }))
    .nullish(),
});

/** An app's description of itself: the answer to an in-band sync, or the body of an out-of-band one. */
export const appDescription = z.object({
  app_id: z.string().min(1).optional(),
  appName: z.string().min(1).optional(),
  url: z.string().optional(),
  functions: z.array(z.looseObject({ id: z.string() })),
});

/** What the SDK's documentation promises when `retries` is not set: 4 retries. */
const DEFAULT_RETRIES = 4;

/** For runs whose function is not served any more: it may only be a deploy gone wrong. */
export const DEFAULT_ATTEMPTS = DEFAULT_RETRIES + 1;

/** How often a step or function may be tried in all. */
export function maxAttempts(config: FunctionConfig): number {
  return (config.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1;
}
