import { setTimeout as pause } from "node:timers/promises";
import { openDesk } from "../e2e/support/desk.ts";
import { startStack } from "../e2e/support/stack.ts";
import { processUse } from "./process-use.ts";

/*
 * The pace of a batch: so many invoices through the whole product (app, job engine, database, OTR sandbox, each a
 * process of its own) against the time the factor's own answers take at the allowed concurrency.
 */

const INVOICES = Number(process.env.BENCH_INVOICES || 1_000);
const CONCURRENCY = 10;
const LATENCY_MS = { "create-invoice": 200, "file-upload": 300 };
const BOUND = 1.25;
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
  console.table([
    { figure: "invoices", value: INVOICES },
    { figure: "button answered after, ms", value: Math.round(answered) },
    { figure: "ideal, s", value: ideal },
    { figure: "whole batch, s", value: Number(seconds.toFixed(1)) },
    { figure: `ratio (bound ${BOUND})`, value: Number((seconds / ideal).toFixed(3)) },
  ]);
  console.table(
    PARTS.map((part, index) => {
      const after = processUse(stack.pidOf(part));
      return {
        process: part,
        "CPU, s": after.cpuSeconds - (before[index]?.cpuSeconds ?? 0),
        "memory before, MiB": before[index]?.memoryMiB,
        "memory after, MiB": after.memoryMiB,
      };
    }),
  );
  console.log("Calls at OTR:", requests);
  await desk.close();
  if (seconds / ideal > BOUND) process.exitCode = 1;

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
