import { z } from "zod";

export type EngineConfig = {
  databaseUrl: string;
  port: number;
  /** Serve addresses of the apps, as the engine reaches them. */
  appUrls: string[];
  /** Signs calls to the app and is wanted as the bearer on /v0, /v1 and /fn. Unset: development mode. */
  signingKey: string | undefined;
  /** Wanted as the key in /e/{key}. Unset: any key is taken. */
  eventKey: string | undefined;
  /** Delay before retry 1, 2, … in seconds; the last one repeats. Unset: the table of the real server, with jitter. */
  retrySeconds: number[] | undefined;
  /** How long a call may go without a sign of life from the engine that makes it. */
  leaseMs: number;
  /** Age at which finished runs, their steps and events are pruned. */
  retentionMs: number;
  /** The process to stop with. */
  parentPid: number | undefined;
};

/** Reads the engine's settings from its environment. Throws a sentence per wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv): EngineConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const values = parsed.data;
  return {
    databaseUrl: values.INNGEST_ENGINE_DATABASE_URL,
    port: values.INNGEST_ENGINE_PORT,
    appUrls: values.INNGEST_ENGINE_APP_URL,
    signingKey: values.INNGEST_SIGNING_KEY || undefined,
    eventKey: values.INNGEST_EVENT_KEY || undefined,
    retrySeconds: values.INNGEST_ENGINE_RETRY_SECONDS,
    leaseMs: values.INNGEST_ENGINE_LEASE_SECONDS * 1000,
    retentionMs: values.INNGEST_ENGINE_RETENTION_HOURS * 3_600_000,
    parentPid: values.LADING_PARENT_PID,
  };
}

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

const environment = z.object({
  INNGEST_ENGINE_DATABASE_URL: z.string().min(1),
  INNGEST_ENGINE_PORT: z.coerce.number().int().min(0).default(8288),
  INNGEST_ENGINE_APP_URL: list.pipe(z.array(z.url())).default([]),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_ENGINE_RETRY_SECONDS: list
    .transform((items) => items.map(Number))
    .pipe(z.array(z.number().min(0)).min(1))
    .optional(),
  INNGEST_ENGINE_LEASE_SECONDS: z.coerce.number().positive().default(15),
  INNGEST_ENGINE_RETENTION_HOURS: z.coerce.number().positive().default(72),
  LADING_PARENT_PID: z.coerce.number().int().positive().optional(),
});
