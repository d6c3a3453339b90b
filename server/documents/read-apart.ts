import type { CompanyScope } from "#server/kernel/scope.ts";
import type { Allowance, JobKind, Order, ReaderJobs } from "./reader/jobs.ts";
import { type Reader, startReader } from "./reader/start-reader.ts";
import { Turns } from "./reader/turns.ts";

/** Readers at a time, each with all that its job may take, and one for a company; who comes later waits. */
const MOST_READERS = 2;

const IDLE_MS = 60_000;
const MEGABYTE = 1024 * 1024;

/** Ten times what the largest scan, photo or packet needs on a busy machine. */
const ALLOWANCES: Readonly<Record<JobKind, Allowance>> = {
  inspect: { bytes: 512 * MEGABYTE, ms: 30_000 },
  merge: { bytes: 768 * MEGABYTE, ms: 120_000 },
};

type Readers = { turns: Turns; idle: Reader[] };

// On globalThis: the bound is the process's, however often a bundler or the development server loads this module.
const shared: { ladingReaders?: Readers } = globalThis as never;

/**
 * Reads files in another process, which is killed when it takes more memory or time than `allowance`: "too_heavy". A PDF
 * of a few kilobytes may inflate to gigabytes or keep its reader busy for ever; nothing of that happens in here. Throws
 * where reading itself is at fault.
 */
export function readApart<Kind extends JobKind>(
  { companyId }: Pick<CompanyScope, "companyId">,
  kind: Kind,
  ask: ReaderJobs[Kind]["ask"],
  allowance: Allowance = ALLOWANCES[kind],
): Promise<ReaderJobs[Kind]["answer"] | "too_heavy"> {
  shared.ladingReaders ??= { turns: new Turns(MOST_READERS), idle: [] };
  const { turns, idle } = shared.ladingReaders;
  return turns.run(companyId, async () => {
    const reader = takeIdle(idle) ?? (await startReader());
    const reply = await reader.ask({ kind, ask, allowance } as Order);
    if (!reply) return "too_heavy";
    if (reply.isSpent) reader.end();
    else keep(idle, reader);
    if ("fault" in reply) throw new Error(`Reading a file failed: ${reply.fault}`);
    return reply.answer as ReaderJobs[Kind]["answer"];
  });
}

function takeIdle(idle: Reader[]): Reader | undefined {
  let reader = idle.pop();
  while (reader && !reader.isAlive()) reader = idle.pop();
  return reader;
}

/** Starting one takes half a second: it stays for the next file, and leaves when none comes. */
function keep(idle: Reader[], reader: Reader): void {
  idle.push(reader);
  setTimeout(() => {
    const at = idle.indexOf(reader);
    if (at < 0) return;
    idle.splice(at, 1);
    reader.end();
  }, IDLE_MS).unref();
}
