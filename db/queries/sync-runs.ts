import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type SyncTrouble, syncRuns, users } from "#db/schema/index.ts";
import type { SyncCounts } from "#server/factoring/rules/sync-counts.ts";
import type { BatchId, SyncRunId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

export type SyncRun = typeof syncRuns.$inferSelect;

/** The run that is under way for a batch, with the name of who started it; undefined when none is. */
export async function findRunningSync(tx: Tx, scope: CompanyScope, batchId: BatchId) {
  const [row] = await tx
    .select({ id: syncRuns.id, startedAt: syncRuns.startedAt, byName: users.name })
    .from(syncRuns)
    .leftJoin(users, eq(users.id, syncRuns.startedBy))
    .where(
      and(
        eq(syncRuns.companyId, scope.companyId),
        eq(syncRuns.batchId, batchId),
        isNull(syncRuns.finishedAt),
      ),
    );
  return row;
}

type NewRun = { id: SyncRunId; startedAt: Date } & (
  | { trigger: "manual"; batchId: BatchId; startedBy: UserId }
  | { trigger: "nightly"; nightOf: string }
);

/** Adds a run; false when the batch has one under way or the night already had its run. */
export async function insertSyncRun(tx: Tx, scope: CompanyScope, run: NewRun): Promise<boolean> {
  const inserted = await tx
    .insert(syncRuns)
    .values({ ...run, companyId: scope.companyId })
    .onConflictDoNothing()
    .returning({ id: syncRuns.id });
  return inserted.length > 0;
}

/** A run; undefined when the company has none of that id. */
export async function findSyncRun(tx: Tx, scope: CompanyScope, id: SyncRunId): Promise<SyncRun | undefined> {
  const [row] = await tx
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.companyId, scope.companyId), eq(syncRuns.id, id)));
  return row;
}

/** Notes that an unfinished run got something done. */
export async function updateSyncAdvanced(
  tx: Tx,
  scope: CompanyScope,
  id: SyncRunId,
  at: Date,
): Promise<void> {
  await tx
    .update(syncRuns)
    .set({ advancedAt: at })
    .where(and(eq(syncRuns.companyId, scope.companyId), eq(syncRuns.id, id), isNull(syncRuns.finishedAt)));
}

/** Finishes a run with its result; false when it was finished before. */
export async function updateSyncFinished(
  tx: Tx,
  scope: CompanyScope,
  id: SyncRunId,
  result: Partial<SyncCounts> & { finishedAt: Date; troubles: SyncTrouble[] },
): Promise<boolean> {
  const { troubles, ...rest } = result;
  const finished = await tx
    .update(syncRuns)
    .set({ ...rest, troubles: sql`${JSON.stringify(troubles)}::jsonb` })
    .where(and(eq(syncRuns.companyId, scope.companyId), eq(syncRuns.id, id), isNull(syncRuns.finishedAt)))
    .returning({ id: syncRuns.id });
  return finished.length > 0;
}
