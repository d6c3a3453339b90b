import { inCompany, type Tx } from "#db/client.ts";
import { lockImport, type RowCounts, updateImportDone, updateImportFailed } from "#db/queries/imports.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import type { ImportJob } from "./import-job.ts";
import { withRowKind } from "./rows/row-kind.ts";
import type { ImportKind, ImportMode } from "./rules/import-kind.ts";

/** Ends a running import well, in the transaction of its last rows; false when it has ended already. */
export async function finishImport(
  tx: Tx,
  { scope, importId }: ImportJob,
  { kind, counts, now }: { kind: ImportKind; counts: RowCounts; now: Date },
): Promise<boolean> {
  if (!(await updateImportDone(tx, scope, importId, { ...counts, finishedAt: now }))) return false;
  await recordAudit(tx, scope, {
    action: "import.finished",
    subject: importId,
    at: now,
    by: null,
    data: { kind, ...counts },
  });
  await tellOfEnd(tx, scope, importId, kind);
  return true;
}

const FAULT = "Lading has a fault here, and nothing in your file caused it.";

/** What is said where no reason is given: the step was tried again and again. */
const STOPPED = {
  all_or_nothing: `${FAULT} Nothing was imported. Start the import again.`,
  good_rows: `${FAULT} The rows that came in stay. Start the import again: nothing comes in twice.`,
} as const satisfies Record<ImportMode, string>;

/** Ends an import with why it stopped, in a sentence; one that has ended already stays as it is. */
export function stopImport(
  { scope, importId }: ImportJob,
  reason?: string,
  clock: Clock = systemClock,
): Promise<void> {
  return inCompany(scope, async (tx) => {
    const found = await lockImport(tx, scope, importId);
    if (found?.status !== "running") return;
    const { kind, mode } = found;
    const failure = reason ?? STOPPED[mode ?? "good_rows"];
    const finishedAt = clock();
    await updateImportFailed(tx, scope, importId, {
      failure,
      finishedAt,
      isUndone: mode === "all_or_nothing",
    });
    await recordAudit(tx, scope, {
      action: "import.failed",
      subject: importId,
      at: finishedAt,
      by: null,
      data: { kind, failure },
    });
    await tellOfEnd(tx, scope, importId, kind);
  });
}

function tellOfEnd(tx: Tx, scope: CompanyScope, importId: ImportId, kind: ImportKind): Promise<void> {
  const others = withRowKind(kind, ({ notices }) => notices);
  return notify(tx, scope, { topic: "import", id: importId }, ...others);
}
