import { inCompany, type Tx } from "#db/client.ts";
import { findImport, lockImportRun, type RowCounts, updateImportAdvanced } from "#db/queries/imports.ts";
import type { Clock } from "#server/kernel/clock.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { log } from "#server/log.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { finishImport, stopImport } from "./finish-import.ts";
import type { ImportJob, ImportProgress } from "./import-job.ts";
import type { OpenedImport } from "./read-import.ts";
import type { RowKind } from "./rows/row-kind.ts";
import { type BadRow, rowSorter } from "./rows/row-sorter.ts";

const ROWS_AT_A_TIME = 1_000;

/** A bad row undoes the transaction of all rows. */
class BadRowFound extends Error {
  readonly row: BadRow;

  constructor(row: BadRow) {
    super(`Line ${row.line} is bad.`);
    this.name = "BadRowFound";
    this.row = row;
  }
}

/** What was inserted must not stay: the import has ended otherwise meanwhile. */
class ImportHasEnded extends Error {}

/**
 * Brings in all rows of a file in one transaction, or none: a bad row, a crash or a lost connection leaves nothing
 * behind. How far it has come is written beside the transaction, for the progress bar only.
 */
export async function importAll<Value, Ready>(
  job: ImportJob,
  opened: OpenedImport,
  kind: RowKind<Value, Ready>,
  clock: Clock,
): Promise<ImportProgress> {
  try {
    const events = await inCompany(job.scope, (tx) => insertAll(tx, job, opened, kind, clock()));
    void sendOutboxEvents(job.scope, events);
  } catch (error) {
    if (error instanceof BadRowFound) await stopImport(job, failureOf(error.row), clock);
    else if (!(error instanceof ImportHasEnded)) throw error;
  }
  return { next: "end" };
}

async function insertAll<Value, Ready>(
  tx: Tx,
  job: ImportJob,
  { row, reading, chunks }: OpenedImport,
  kind: RowKind<Value, Ready>,
  now: Date,
): Promise<OutboxEventId[]> {
  const { scope, importId } = job;
  await lockImportRun(tx, importId);
  if ((await findImport(tx, scope, importId))?.status !== "running") throw new ImportHasEnded();
  const sorter = rowSorter(kind, reading);
  const origin = { by: row.createdBy, at: now, fileName: row.fileName };
  const counts: RowCounts = { doneRows: 0, createdRows: 0, knownRows: 0, badRows: 0 };
  const events: OutboxEventId[] = [];
  const tellProgress = progressTeller(job);
  for await (const chunk of chunks(ROWS_AT_A_TIME)) {
    const { good, known, bad } = await sorter.sort(tx, scope, chunk);
    const [firstBad] = bad;
    if (firstBad) throw new BadRowFound(firstBad);
    const inserted = await kind.insert(tx, scope, good, origin);
    events.push(...inserted.events);
    counts.doneRows += chunk.length;
    counts.createdRows += inserted.created;
    counts.knownRows += known + good.length - inserted.created;
    tellProgress(counts.doneRows);
  }
  if (!(await finishImport(tx, job, { kind: row.kind, counts, now }))) throw new ImportHasEnded();
  return events;
}

/**
 * Writes how far the rows are in transactions of its own, which others see while the rows are still on their way.
 * Nobody waits for it: the rows' transaction holds a connection already, and waiting there for another could lock up.
 */
function progressTeller({ scope, importId }: ImportJob): (doneRows: number) => void {
  let isTelling = false;
  const tell = (doneRows: number) =>
    inCompany(scope, async (tx) => {
      await updateImportAdvanced(tx, scope, importId, { doneRows, createdRows: 0, knownRows: 0, badRows: 0 });
      await notify(tx, scope, { topic: "import", id: importId });
    });
  return (doneRows) => {
    if (isTelling) return;
    isTelling = true;
    tell(doneRows)
      .catch((error: unknown) => log().warn({ err: error, importId }, "progress of an import not written"))
      .finally(() => {
        isTelling = false;
      });
  };
}

function failureOf({ line, problems: [problem] }: BadRow): string {
  return `Line ${line} has become bad since the file was checked: ${problem?.reason ?? ""} Nothing was imported. Check the file again.`;
}
