import { inCompany, type Tx } from "#db/client.ts";
import { lockImport, type RowCounts, updateImportAdvanced } from "#db/queries/imports.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import type { FileLine } from "./file/file-lines.ts";
import { finishImport } from "./finish-import.ts";
import { importAll } from "./import-all.ts";
import type { ImportJob, ImportProgress } from "./import-job.ts";
import { type OpenedImport, readImport } from "./read-import.ts";
import { type RowKind, withRowKind } from "./rows/row-kind.ts";
import { rowSorter } from "./rows/row-sorter.ts";

/** Rows of one transaction, counted in it: a step that is killed or repeated counts and makes nothing twice. */
const ROWS_PER_TRANSACTION = 1_000;

/** A step of the background function ends after so many, so that a lost one costs little. */
const ROWS_PER_STEP = 10_000;

/**
 * Brings in the next rows of a running import, from where its row says that it stands (R21). Bad rows are counted
 * and left out, or where all or nothing is wanted, keep all out. An import that has ended is left as it is.
 */
export async function importRows(job: ImportJob, clock: Clock = systemClock): Promise<ImportProgress> {
  const opened = await readImport(job.scope, job.importId, clock());
  const { status, mode, kind } = opened.row;
  if (status !== "running") return { next: "end" };
  return withRowKind(kind, (rows) =>
    mode === "all_or_nothing"
      ? importAll(job, opened, rows, clock)
      : importGoodRows(job, opened, rows, clock),
  );
}

async function importGoodRows<Value, Ready>(
  job: ImportJob,
  opened: OpenedImport,
  kind: RowKind<Value, Ready>,
  clock: Clock,
): Promise<ImportProgress> {
  const sorter = rowSorter(kind, opened.reading);
  const begun = opened.row.doneRows;
  let passed = 0;
  for await (const chunk of opened.chunks(ROWS_PER_TRANSACTION)) {
    const from = passed;
    passed += chunk.length;
    if (passed <= begun) {
      sorter.skip(chunk);
      continue;
    }
    const committed = await inCompany(job.scope, (tx) =>
      commitChunk(tx, job, { opened, kind, sorter, chunk, from, now: clock() }),
    );
    if ("next" in committed) return committed;
    void sendOutboxEvents(job.scope, committed.events);
    if (committed.isLast) return { next: "end" };
    if (passed - begun >= ROWS_PER_STEP) return { next: "rows", doneRows: passed };
  }
  throw new Error("The file has fewer rows than when it was taken in.");
}

type Chunk<Value, Ready> = {
  opened: OpenedImport;
  kind: RowKind<Value, Ready>;
  sorter: ReturnType<typeof rowSorter<Value, Ready>>;
  chunk: FileLine[];
  /** Rows of the file before this chunk. */
  from: number;
  now: Date;
};

/**
 * Where another run has got further, this one goes on from there: the other may be what a killed engine left behind,
 * and nobody would take its next step.
 */
async function commitChunk<Value, Ready>(
  tx: Tx,
  job: ImportJob,
  { opened, kind, sorter, chunk, from, now }: Chunk<Value, Ready>,
): Promise<{ events: OutboxEventId[]; isLast: boolean } | ImportProgress> {
  const { scope, importId } = job;
  const { createdBy, fileName, totalRows, kind: name } = opened.row;
  const current = await lockImport(tx, scope, importId);
  if (current?.status !== "running" || current.doneRows < from) return { next: "end" };
  if (current.doneRows > from) return { next: "rows", doneRows: current.doneRows };
  const sorted = await sorter.sort(tx, scope, chunk);
  const origin = { by: createdBy, at: now, fileName };
  const { created, events } = await kind.insert(tx, scope, sorted.good, origin);
  const counts: RowCounts = {
    doneRows: from + chunk.length,
    createdRows: current.createdRows + created,
    knownRows: current.knownRows + sorted.known + (sorted.good.length - created),
    badRows: current.badRows + sorted.bad.length,
  };
  const isLast = counts.doneRows >= totalRows;
  if (isLast) {
    await finishImport(tx, job, { kind: name, counts, now });
  } else {
    await updateImportAdvanced(tx, scope, importId, counts);
    await notify(tx, scope, { topic: "import", id: importId });
  }
  return { events, isLast };
}
