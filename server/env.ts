import { z } from "zod";

/** A comma-separated list of seconds, e.g. "5,30,120,600". */
const secondsList = z
  .string()
  .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, "must be seconds separated by commas")
  .transform((text) => text.split(",").map(Number));

const baseSchema = z.object({
  /** The app's own login: a role that can't bypass row-level security. */
  DATABASE_URL: z.url(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(20),
  /** The public address. */
  NEXTAUTH_URL: z.url(),
});

const schema = baseSchema.extend({
  NEXTAUTH_SECRET: z.string().min(32),
  /** How many proxies of yours stand between the internet and the app; none: the socket's own address counts. */
  LADING_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `id:base64key` pairs, 32 bytes each; the first encrypts, all decrypt. */
  LADING_ENCRYPTION_KEYS: z.string().min(1),
  /** Where documents lie when no bucket is named. */
  LADING_FILES_DIR: z.string().default(".lading/files"),
  LADING_S3_BUCKET: z.string().optional(),
  LADING_S3_REGION: z.string().optional(),
  LADING_S3_ENDPOINT: z.url().optional(),
  OTR_BASE_URL: z.url(),
  OTR_SUBSCRIPTION_KEY: z.string().min(1),
  /** Calls at a time per OTR login. */
  OTR_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(4),
  /** Companies whose nightly sync is worked on at once; each makes up to OTR_CONCURRENCY calls at a time. */
  NIGHTLY_SYNCS_AT_ONCE: z.coerce.number().int().min(1).max(50).default(4),
  /** Waits between identical replays of a create whose answer was lost (OTR §10.1). */
  OTR_REPLAY_SECONDS: secondsList.default([5, 30, 120, 600]),
  /** OTR's document class for the merged document (OTR §8.1). */
  OTR_MERGED_DOCUMENT_TYPE: z.coerce.number().int().default(1),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

export type Env = z.output<typeof schema>;

let parsed: Env | undefined;
let base: z.output<typeof baseSchema> | undefined;

/**
 * The app's configuration, read and checked once. Throws an Error naming every variable that is missing or
 * malformed (never its value). Lazy, so that a production build needs no configuration.
 */
export function env(): Env {
  parsed ??= parse(schema);
  return parsed;
}

/** The part of it that commands at the terminal need: which database, and which address links begin with. */
export function baseEnv(): z.output<typeof baseSchema> {
  base ??= parse(baseSchema);
  return base;
}

function parse<Schema extends z.ZodType>(wanted: Schema): z.output<Schema> {
  const result = wanted.safeParse(process.env);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Lading can't start, its configuration is incomplete.\n${problems.join("\n")}`);
}
