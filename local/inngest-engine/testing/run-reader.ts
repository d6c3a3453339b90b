import { eventually } from "./eventually.ts";
import type { TestDatabase } from "./test-database.ts";

export type RunReader = {
  /** Waits until the function has `count` runs of that status. */
  untilRun(fn: string, status: string, count?: number): Promise<void>;
  /** Outputs of the function's ended runs, oldest first. */
  outputs(fn: string): Promise<unknown[]>;
  /** How many jobs the function's runs have left. */
  jobsOf(fn: string): Promise<number>;
  /** Waits until that many steps of all runs wait for an event. */
  untilWaits(count: number): Promise<void>;
  /** `<data.n><step name>` of every saved step: what a recovery must not run again. */
  savedSteps(): Promise<Set<string>>;
};

/** Looks at the runs of an app's functions in the engine's tables. */
export function readRuns({ sql }: TestDatabase, appId: string): RunReader {
  const slug = (fn: string) => `${appId}-${fn}`;
  return {
    async untilRun(fn, status, count = 1) {
      await eventually(`${count} × ${fn} ${status}`, async () => {
        const rows = await sql`select 1 from run where fn = ${slug(fn)} and status = ${status}`;
        return rows.length >= count;
      });
    },
    async untilWaits(count) {
      await eventually(`${count} waits`, async () => {
        const rows = await sql`select 1 from wait where step is not null`;
        return rows.length >= count;
      });
    },
    async outputs(fn) {
      const rows =
        await sql`select output from run where fn = ${slug(fn)} and ended_at is not null order by id`;
      return rows.map((row) => row.output);
    },
    async savedSteps() {
      const rows = await sql<{ label: string }[]>`
        select (run.events->0->'data'->>'n') || step.name as label
        from step join run on run.id = step.run where step.seq is not null`;
      return new Set(rows.map((row) => row.label));
    },
    async jobsOf(fn) {
      const rows = await sql`select 1 from job join run on run.id = job.run where run.fn = ${slug(fn)}`;
      return rows.length;
    },
  };
}
