import { parentPort } from "node:worker_threads";
import type { Allowance } from "./jobs.ts";

// A thread beside the one that reads, which may be caught in a loop that yields to nobody. It looks at the memory of
// the whole process: V8's own limits leave out what streams inflate to, and a thread's limits what V8 can't survive.

const POLL_MS = 20;
const parent = process.ppid;
let limits: { bytes: number; endsAt: number } | null = null;

parentPort?.on("message", (allowance: Allowance | null) => {
  limits = allowance && { bytes: allowance.bytes, endsAt: performance.now() + allowance.ms };
});

setInterval(() => {
  const isOver = limits && (process.memoryUsage.rss() > limits.bytes || performance.now() > limits.endsAt);
  // Without the app nobody waits for the answer.
  if (isOver || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, POLL_MS);
