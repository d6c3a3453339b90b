import { inCompany } from "#db/client.ts";
import { listImports as listRows } from "#db/queries/imports.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { ImportPage, ListImports } from "./schemas.ts";

const PAGE_SIZE = 20;

/** The company's imports, newest first: who brought in which file when, and what became of its rows (R21). */
export async function listImports({ scope }: Actor, { cursor }: ListImports): Promise<ImportPage> {
  const found = await inCompany(scope, (tx) =>
    listRows(tx, scope, { before: cursor ?? undefined, limit: PAGE_SIZE + 1 }),
  );
  const rows = found.slice(0, PAGE_SIZE);
  return {
    rows: rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
    nextCursor: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
  };
}
