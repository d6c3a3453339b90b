import { readFile, writeFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import sharp from "sharp";
import { inspectFile } from "../inspect-file.ts";
import { mergeDocuments, UnmergeableFileError } from "../merge-documents.ts";
import type { Order, ReaderJobs, Reply } from "./jobs.ts";

// A process of its own (`start-reader.ts`), one job at a time: here only are the bytes of strangers parsed, with no
// secret in reach, and what they blow up is no more than this.

/** What libraries keep after a large job is given back by ending. */
const SPENT_BYTES = 256 * 1024 * 1024;

const guard = new Worker(new URL("./guard.ts", import.meta.url));
sharp.cache(false);

process.on("message", (order: Order) => void answer(order));
process.once("disconnect", () => process.exit());
// Ctrl-C reaches the whole group: a file that is being read then is not at fault.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
guard.once("online", () => process.send?.("ready"));

async function answer(order: Order): Promise<void> {
  guard.postMessage(order.allowance);
  const outcome = await work(order).then(
    (result) => ({ answer: result }),
    (error: unknown) => ({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  guard.postMessage(null);
  const reply: Reply = { ...outcome, isSpent: process.memoryUsage.rss() > SPENT_BYTES };
  process.send?.(reply);
}

async function work(order: Order): Promise<ReaderJobs[Order["kind"]]["answer"]> {
  if (order.kind === "inspect") return inspectFile(await readFile(order.ask.path));
  return merge(order.ask);
}

async function merge({ paths, target }: ReaderJobs["merge"]["ask"]): Promise<ReaderJobs["merge"]["answer"]> {
  try {
    const { bytes, pageCount } = await mergeDocuments(inTurn(paths));
    await writeFile(target, bytes, { mode: 0o600 });
    return { pageCount };
  } catch (error) {
    if (error instanceof UnmergeableFileError) return { unreadable: error.index };
    throw error;
  }
}

/** One file in memory at a time, beside the pages made of the earlier ones. */
async function* inTurn(paths: string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield await readFile(path);
}
