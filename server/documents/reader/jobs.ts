import type { Inspected } from "../inspect-file.ts";

/** What the process that reads files is asked for, and what it answers. Paths are of files that nobody else changes. */
export type ReaderJobs = {
  inspect: { ask: { path: string }; answer: Inspected };
  /** `unreadable` is the place of a file that can't become pages; `target` is then not written. */
  merge: {
    ask: { paths: string[]; target: string };
    answer: { pageCount: number } | { unreadable: number };
  };
};

export type JobKind = keyof ReaderJobs;

/** What a job may take before its process is killed: resident memory of the whole process, and time from its begin. */
export type Allowance = { bytes: number; ms: number };

export type Order = {
  [Kind in JobKind]: { kind: Kind; ask: ReaderJobs[Kind]["ask"]; allowance: Allowance };
}[JobKind];

/** `isSpent`: this process has grown, and is to take no more jobs. */
export type Reply = { isSpent: boolean } & ({ answer: ReaderJobs[JobKind]["answer"] } | { fault: string });
