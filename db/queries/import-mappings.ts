import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { importMappings } from "#db/schema/index.ts";
import type { ImportKind } from "#server/imports/rules/import-kind.ts";
import type { ImportMapping } from "#server/imports/rules/import-mapping.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type FileShape = { kind: ImportKind; headersSha256: string };

/** The mapping the company last used for a file with these headers; undefined for the first such file. */
export async function findImportMapping(
  tx: Tx,
  scope: CompanyScope,
  { kind, headersSha256 }: FileShape,
): Promise<ImportMapping | undefined> {
  const [row] = await tx
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.companyId, scope.companyId),
        eq(importMappings.kind, kind),
        eq(importMappings.headersSha256, headersSha256),
      ),
    );
  return row?.mapping;
}

/** Remembers the mapping for the next file with these headers. */
export async function upsertImportMapping(
  tx: Tx,
  scope: CompanyScope,
  used: FileShape & { mapping: ImportMapping; updatedAt: Date },
): Promise<void> {
  const { mapping, updatedAt } = used;
  await tx
    .insert(importMappings)
    .values({ ...used, companyId: scope.companyId })
    .onConflictDoUpdate({
      target: [importMappings.companyId, importMappings.kind, importMappings.headersSha256],
      set: { mapping, updatedAt },
    });
}
