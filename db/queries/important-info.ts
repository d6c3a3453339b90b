import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { importantInfoVersions, subsidiaries, users } from "#db/schema/index.ts";
import type { ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

const columns = {
  subsidiaryId: importantInfoVersions.subsidiaryId,
  kind: importantInfoVersions.kind,
  version: importantInfoVersions.version,
  body: importantInfoVersions.body,
  savedAt: importantInfoVersions.createdAt,
  savedByName: users.name,
};

type Narrowing = { kind: ImportantInfoKind; subsidiaryIds: SubsidiaryId[] };

/** The highest version of each text of each subsidiary, through the index important_info_current; all of the company's, or some. */
export function listCurrentInfo(tx: Tx, scope: CompanyScope, only?: Narrowing) {
  const { subsidiaryId, kind, version } = importantInfoVersions;
  return tx
    .selectDistinctOn([subsidiaryId, kind], columns)
    .from(importantInfoVersions)
    .leftJoin(users, eq(users.id, importantInfoVersions.createdBy))
    .where(
      and(
        eq(importantInfoVersions.companyId, scope.companyId),
        only && eq(kind, only.kind),
        only && inArray(subsidiaryId, only.subsidiaryIds),
      ),
    )
    .orderBy(asc(subsidiaryId), asc(kind), desc(version));
}

export type CurrentInfoRow = Awaited<ReturnType<typeof listCurrentInfo>>[number];

/** Every version of one text, the newest first; at most 200. */
export function listInfoVersions(
  tx: Tx,
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
  kind: ImportantInfoKind,
) {
  return tx
    .select(columns)
    .from(importantInfoVersions)
    .leftJoin(users, eq(users.id, importantInfoVersions.createdBy))
    .where(
      and(
        eq(importantInfoVersions.companyId, scope.companyId),
        eq(importantInfoVersions.subsidiaryId, subsidiaryId),
        eq(importantInfoVersions.kind, kind),
      ),
    )
    .orderBy(desc(importantInfoVersions.version))
    .limit(200);
}

/**
 * Locks subsidiaries, in one order for everybody, so that their texts get their versions one after the other; loads
 * can still be added to them. Returns id and name of those that the company has.
 */
export function lockSubsidiaries(tx: Tx, scope: CompanyScope, ids: SubsidiaryId[]) {
  return tx
    .select({ id: subsidiaries.id, name: subsidiaries.name })
    .from(subsidiaries)
    .where(and(eq(subsidiaries.companyId, scope.companyId), inArray(subsidiaries.id, ids)))
    .orderBy(asc(subsidiaries.id))
    .for("no key update");
}

/** Adds versions; one that is there already fails, so none is ever overwritten. */
export async function insertInfoVersions(
  tx: Tx,
  scope: CompanyScope,
  rows: Omit<typeof importantInfoVersions.$inferInsert, "companyId">[],
): Promise<void> {
  await tx.insert(importantInfoVersions).values(rows.map((row) => ({ ...row, companyId: scope.companyId })));
}
