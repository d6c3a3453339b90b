import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/** How a check ended: its cases by number, and those that failed by file, title and first line of the reason. */
export type Counts = { passed: number; failed: number; failures: string[] };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    failures: [...a.failures, ...b.failures],
  };
}

/** The line a test run ends with. */
export function summary({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

/** A checker without cases of its own counts as one. */
export function countExit(name: string, succeeded: boolean): Counts {
  return succeeded ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [name] };
}

const vitestCase = z.object({
  fullName: z.string(),
  status: z.string(),
  failureMessages: z.array(z.string()),
});
const playwrightSpec = z.object({
  title: z.string(),
  ok: z.boolean(),
  file: z.string(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
const playwrightSuite = z.object({
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

type PlaywrightSpec = z.infer<typeof playwrightSpec>;
type PlaywrightSuite = z.infer<typeof playwrightSuite>;

const specsOf = (suite: PlaywrightSuite): PlaywrightSpec[] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];

const named = (file: string, title: string, reason = "no reason given") =>
  `${file}: ${title}: ${stripVTControlCharacters(reason).split("\n", 1)[0]}`;

const reports = {
  vitest: z
    .object({
      numPassedTests: z.number(),
      numFailedTests: z.number(),
      testResults: z.array(z.object({ name: z.string(), assertionResults: z.array(vitestCase) })),
    })
    .transform(
      (report): Counts => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        failures: report.testResults.flatMap(({ name, assertionResults }) =>
          assertionResults
            .filter(({ status }) => status === "failed")
            .map(({ fullName, failureMessages }) =>
              named(relative(process.cwd(), name), fullName, failureMessages[0]),
            ),
        ),
      }),
    ),
  playwright: z
    .object({
      stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
      suites: z.array(playwrightSuite),
    })
    .transform(
      ({ stats, suites }): Counts => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        failures: suites
          .flatMap(specsOf)
          .filter(({ ok }) => !ok)
          .map(({ file, title, tests }) => named(file, title, tests[0]?.results[0]?.error?.message)),
      }),
    ),
};

/**
 * Cases in a runner's JSON report. A run of the check `name` that failed without a failed case (a file that can't be
 * loaded, a server that didn't start, no report at all) counts as one failure.
 */
export function countReport(
  runner: keyof typeof reports,
  name: string,
  file: string,
  succeeded: boolean,
): Counts {
  if (!existsSync(file)) return countExit(name, succeeded);
  const counts = reports[runner].parse(JSON.parse(readFileSync(file, "utf8")));
  return succeeded || counts.failed > 0 ? counts : add(counts, countExit(name, false));
}
