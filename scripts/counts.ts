import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Counts = { passed: number; failed: number };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The line a test run ends with. */
export function summary({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

/** A checker without cases of its own counts as one. */
export function countExit(succeeded: boolean): Counts {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const reports = {
  vitest: z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .transform((report): Counts => ({ passed: report.numPassedTests, failed: report.numFailedTests })),
  playwright: z
    .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
    .transform(({ stats }): Counts => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
};

/**
 * Cases in a runner's JSON report. A run that failed without a failed case (a file that can't be loaded, a server that
 * didn't start, no report at all) counts as one failure.
 */
export function countReport(runner: keyof typeof reports, file: string, succeeded: boolean): Counts {
  if (!existsSync(file)) return countExit(succeeded);
  const counts = reports[runner].parse(JSON.parse(readFileSync(file, "utf8")));
  return succeeded || counts.failed > 0 ? counts : add(counts, countExit(false));
}
