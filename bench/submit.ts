import { setTimeout as pause } from "node:timers/promises";
import { openDesk } from "../e2e/support/desk.ts";
import { startStack } from "../e2e/support/stack.ts";
import type { Figure } from "./figure.ts";
import { processUse } from "./process-use.ts";
import { report } from "./report.ts";

/*
 * The pace of a batch: so many invoices through the whole product (app, job engine, database, OTR sandbox, each a
 * process of its own) against the time the factor's own answers take at the allowed concurrency.
 */

const INVOICES = Number(process.env.BENCH_INVOICES || 1_000);
const CONCURRENCY = 10;
const LATENCY_MS = { "create-invoice": 200, "file-upload": 300 };
const BOUND = 1.1;
const PARTS = ["app", "engine"] as const;

const stack = await startStack({
  LADING_DEMO_QUEUED: String(INVOICES + 10),
  OTR_CONCURRENCY: String(CONCURRENCY),
});
try {
  const desk = await openDesk(stack);
  const loads = await desk.ready(INVOICES);
  await desk.sandbox.setLatency(LATENCY_MS);
  await desk.sandbox.clearRequests();
  const before = PARTS.map((part) => processUse(stack.pidOf(part)));

  const start = performance.now();
  const batchId = await desk.submit(loads);
  const answered = performance.now() - start;
  while (!(await isDone(batchId))) await pause(250);
  const seconds = (performance.now() - start) / 1000;

  const ideal = (INVOICES * (LATENCY_MS["create-invoice"] + LATENCY_MS["file-upload"])) / 1000 / CONCURRENCY;
  const { requests } = await desk.sandbox.summary();
  const name = `${INVOICES.toLocaleString("en-US")} invoices`;
  const used = PARTS.flatMap((part, index): Figure[] => {
    const now = processUse(stack.pidOf(part));
    const cpuSeconds = now.cpuSeconds - (before[index]?.cpuSeconds ?? 0);
    return [
      { figure: `${name}: processor time of the ${part}`, measured: cpuSeconds, unit: "s" },
      {
        figure: `${name}: memory of the ${part} after it`,
        measured: now.memoryMiB,
        unit: "MiB",
        detail: `${before[index]?.memoryMiB} MiB before`,
      },
    ];
  });
  report("submit", [
    { figure: `${name}: Submit Batch answers`, measured: answered, unit: "ms" },
    {
      figure: `${name}: whole batch to OTR's own time`,
      measured: seconds / ideal,
      unit: "×",
      bound: BOUND,
      detail: `${seconds.toFixed(1)} s to ${ideal} s`,
    },
    { figure: `${name}: sign-ins at OTR`, measured: requests.token ?? 0, unit: "requests", bound: 1 },
    ...used,
  ]);
  await desk.close();

  async function isDone(id: string): Promise<boolean> {
    const rows = await desk.invoicesOf(id);
    const accepted = rows.filter(({ state }) => state === "accepted").length;
    const failed = rows.filter(({ state }) => state === "failed");
    if (failed.length > 0)
      throw new Error(`Failed: ${failed[0]?.invoiceNumber}, ${failed[0]?.failureReason}`);
    return accepted === INVOICES;
  }
} finally {
  await stack.stop();
}
