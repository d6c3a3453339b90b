import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { imports, users } from "#db/schema/index.ts";
import type { ImportMode } from "#server/imports/rules/import-kind.ts";
import type { ImportMapping } from "#server/imports/rules/import-mapping.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type NewImport = Pick<
  typeof imports.$inferInsert,
  "id" | "kind" | "fileName" | "sha256" | "headers" | "mapping" | "totalRows" | "createdBy" | "createdAt"
>;

/** Notes a file that was taken in. */
export async function insertImport(tx: Tx, scope: CompanyScope, file: NewImport): Promise<void> {
  await tx.insert(imports).values({ ...file, status: "uploaded", companyId: scope.companyId });
}

/** An import with who took the file in; undefined when the company has no such import. */
export async function findImport(tx: Tx, scope: CompanyScope, importId: ImportId) {
  const [row] = await tx
    .select({ import: imports, byName: users.name })
    .from(imports)
    .innerJoin(users, eq(users.id, imports.createdBy))
    .where(ofImport(scope, importId));
  return row && { ...row.import, byName: row.byName };
}

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** An import, locked until the transaction ends; undefined when the company has no such import. */
export async function lockImport(tx: Tx, scope: CompanyScope, importId: ImportId) {
  const [row] = await tx.select().from(imports).where(ofImport(scope, importId)).for("no key update");
  return row;
}

/** Waits for any other run of this import to end, and keeps others waiting until the transaction does. */
export async function lockImportRun(tx: Tx, importId: ImportId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${importId}, 0))`);
}

/** The company's imports, newest first, those before `before` only. */
export function listImports(
  tx: Tx,
  scope: CompanyScope,
  { before, limit }: { before: ImportId | undefined; limit: number },
) {
  return tx
    .select({
      id: imports.id,
      kind: imports.kind,
      status: imports.status,
      fileName: imports.fileName,
      totalRows: imports.totalRows,
      doneRows: imports.doneRows,
      createdRows: imports.createdRows,
      knownRows: imports.knownRows,
      badRows: imports.badRows,
      createdAt: imports.createdAt,
      byName: users.name,
    })
    .from(imports)
    .innerJoin(users, eq(users.id, imports.createdBy))
    .where(and(eq(imports.companyId, scope.companyId), before ? lt(imports.id, before) : undefined))
    .orderBy(desc(imports.id))
    .limit(limit);
}

type Matching = Partial<Pick<ImportRow, "kind">> & { mapping: ImportMapping };

/** Sets which column fills which field, and where it changes, what the file holds. */
export async function updateImportMapping(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
  matching: Matching,
): Promise<void> {
  await tx.update(imports).set(matching).where(ofImport(scope, importId));
}

const NOTHING_DONE = { doneRows: 0, createdRows: 0, knownRows: 0, badRows: 0 };

/** Starts the rows of an import from the first, nothing counted. */
export async function updateImportStarted(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
  { mode, startedAt }: { mode: ImportMode; startedAt: Date },
): Promise<void> {
  await tx
    .update(imports)
    .set({
      status: "running",
      mode,
      startedAt,
      revivedAt: null,
      finishedAt: null,
      failure: null,
      ...NOTHING_DONE,
    })
    .where(ofImport(scope, importId));
}

/** Notes that a running import was set going again, from where it got to. */
export async function updateImportRevived(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
  revivedAt: Date,
): Promise<void> {
  await tx.update(imports).set({ revivedAt }).where(ofRunning(scope, importId));
}

/** Rows gone through: so many in all, of which so many were new, known and bad. */
export type RowCounts = { doneRows: number; createdRows: number; knownRows: number; badRows: number };

/** Writes how far a running import has come; one that has ended keeps its counts. */
export async function updateImportAdvanced(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
  counts: RowCounts,
): Promise<void> {
  await tx.update(imports).set(counts).where(ofRunning(scope, importId));
}

/** Ends a running import well; false when it has ended already. */
export async function updateImportDone(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
  end: RowCounts & { finishedAt: Date },
): Promise<boolean> {
  const ended = await tx
    .update(imports)
    .set({ status: "done", ...end })
    .where(ofRunning(scope, importId))
    .returning({ id: imports.id });
  return ended.length > 0;
}

/** Ends a running import with why it stopped; `isUndone` where none of its rows came in. */
export async function updateImportFailed(
  tx: Tx,
  scope: CompanyScope,
  importId: ImportId,
  { isUndone, ...end }: { failure: string; finishedAt: Date; isUndone: boolean },
): Promise<void> {
  await tx
    .update(imports)
    .set({ status: "failed", ...end, ...(isUndone ? NOTHING_DONE : {}) })
    .where(ofRunning(scope, importId));
}

function ofImport(scope: CompanyScope, importId: ImportId) {
  return and(eq(imports.companyId, scope.companyId), eq(imports.id, importId));
}

function ofRunning(scope: CompanyScope, importId: ImportId) {
  return and(ofImport(scope, importId), eq(imports.status, "running"));
}
