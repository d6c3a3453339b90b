import { Cron } from "croner";
import type { Tx } from "./database.ts";
import { addJobs, type NewJob } from "./jobs.ts";
import { TIMER_LANE } from "./lanes.ts";
import type { FunctionDef } from "./registry.ts";

/** The first tick of `TZ=Zone m h d M w` (zone optional, else UTC) after that moment; undefined when it never ticks. */
export function nextTick(cron: string, after: Date): Date | undefined {
  const [, timezone = "UTC", pattern = cron] = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(cron) ?? [];
  try {
    return new Cron(pattern, { timezone, paused: true }).nextRun(after) ?? undefined;
  } catch (error) {
    console.error(`inngest-engine: the cron ${JSON.stringify(cron)} never fires: ${reason(error)}`);
    return undefined;
  }
}

/**
 * Makes the cron jobs match the functions' triggers: new ones are dated, those that are gone or changed are dropped,
 * and the others keep their date, so a tick that fell due while no engine ran still counts.
 */
export async function syncCrons(tx: Tx, functions: FunctionDef[], now: Date): Promise<void> {
  const wanted = new Map(functions.flatMap((fn) => cronJobs(fn, now)).map((job) => [job.key, job]));
  await tx.sql`delete from job where kind = 'cron' and key <> all(${[...wanted.keys()]}::text[])`;
  const rows = await tx.sql<{ key: string }[]>`select key from job where kind = 'cron'`;
  for (const { key } of rows) wanted.delete(key);
  await addJobs(tx, [...wanted.values()], now);
}

function cronJobs(fn: FunctionDef, now: Date): (NewJob & { key: string })[] {
  return fn.config.triggers.flatMap(({ cron }) => {
    const at = cron ? nextTick(cron, now) : undefined;
    if (!at) return [];
    return [
      {
        kind: "cron" as const,
        fn: fn.id,
        at,
        lane: TIMER_LANE,
        key: `cron ${fn.id} ${cron}`,
        data: { cron },
      },
    ];
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
