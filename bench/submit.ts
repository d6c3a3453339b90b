import { setTimeout as pause } from "node:timers/promises";
import { maxBatchSize } from "#server/factoring/schemas.ts";
import { type Desk, openDesk } from "../e2e/support/desk.ts";
import { type Stack, startStack } from "../e2e/support/stack.ts";
import type { Figure } from "./figure.ts";
import { processUse } from "./process-use.ts";
import { report } from "./report.ts";

/*
 * The pace of submission: a thousand invoices, then ten thousand (in as many batches as that takes), through the whole
 * product (app, job engine, database, OTR sandbox, each a process of its own) against the time the factor's own
 * answers take at the allowed concurrency. `BENCH_INVOICES=1000` measures one size alone.
 */

const SIZES = (process.env.BENCH_INVOICES || "1000,10000").split(",").map(Number);
const CONCURRENCY = 10;
const LATENCY_MS = { "create-invoice": 200, "file-upload": 300 };
const boundOf = (invoices: number) => (invoices > 1_000 ? 1.15 : 1.1);
const MEMORY_BOUNDS_MIB = { app: 500, engine: 250 };
const PARTS = ["app", "engine"] as const;

const stack = await startStack({
  LADING_DEMO_QUEUED: String(SIZES.reduce((sum, size) => sum + size, 10)),
  OTR_CONCURRENCY: String(CONCURRENCY),
});
try {
  const desk = await openDesk(stack);
  await desk.sandbox.setLatency(LATENCY_MS);
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await submission(stack, desk, size)));
  // A login signs in with the same form each time; other companies' background work has logins of its own.
  const byLogin = Map.groupBy(await desk.sandbox.listRequests({ route: "token" }), (one) => one.bodySha256);
  const measured = Math.max(0, ...[...byLogin.values()].map((signIns) => signIns.length));
  // The sandbox remembers its latest requests only: after ten thousand invoices the sign-in is no longer among them.
  const signIns: Figure[] =
    measured > 0
      ? [{ figure: "all of them: sign-ins of one login at OTR", measured, unit: "requests", bound: 1 }]
      : [];
  report("submit", [...figures, ...signIns]);
  await desk.close();
} finally {
  await stack.stop();
}

/** Submits so many invoices and waits until OTR has them all. */
async function submission({ pidOf }: Stack, desk: Desk, invoices: number): Promise<Figure[]> {
  const before = PARTS.map((part) => processUse(pidOf(part)));
  const start = performance.now();
  const batches: string[] = [];
  const answers: number[] = [];
  for (const size of batchSizes(invoices)) {
    const few = await desk.ready(size);
    const asked = performance.now();
    batches.push(await desk.submit(few));
    answers.push(performance.now() - asked);
  }
  const seconds = ((await finish(desk, batches, invoices)) - start) / 1000;

  const ideal = (invoices * (LATENCY_MS["create-invoice"] + LATENCY_MS["file-upload"])) / 1000 / CONCURRENCY;
  const name = `${invoices.toLocaleString("en-US")} invoices`;
  return [
    { figure: `${name}: Submit Batch answers`, measured: Math.max(...answers), unit: "ms" },
    {
      figure: `${name}: all of it to OTR's own time`,
      measured: seconds / ideal,
      unit: "×",
      bound: boundOf(invoices),
      detail: `${seconds.toFixed(1)} s to ${ideal} s, in ${batches.length === 1 ? "one batch" : `${batches.length} batches`}`,
    },
    ...PARTS.flatMap((part, index): Figure[] => {
      const now = processUse(pidOf(part));
      const cpuSeconds = now.cpuSeconds - (before[index]?.cpuSeconds ?? 0);
      return [
        { figure: `${name}: processor time of the ${part}`, measured: cpuSeconds, unit: "s" },
        {
          figure: `${name}: memory of the ${part} after it`,
          measured: now.memoryMiB,
          unit: "MiB",
          bound: MEMORY_BOUNDS_MIB[part],
          detail: `${before[index]?.memoryMiB} MiB before`,
        },
      ];
    }),
  ];
}

/** As many to a batch as one holds; the queue tells no more at a time either. */
function batchSizes(invoices: number): number[] {
  const full = Array.from({ length: Math.floor(invoices / maxBatchSize) }, () => maxBatchSize);
  const rest = invoices % maxBatchSize;
  return rest > 0 ? [...full, rest] : full;
}

/** When OTR has accepted them all. Throws at the first that fails. */
async function finish(desk: Desk, batches: string[], invoices: number): Promise<number> {
  for (;;) {
    const { accepted = 0, failed = 0 } = await desk.countStates(batches);
    if (failed > 0) throw new Error(`${failed} of ${invoices} invoices failed.`);
    if (accepted === invoices) return performance.now();
    await pause(250);
  }
}
