import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { openBadRows } from "./bad-rows.ts";
import { fieldLabel } from "./rules/import-field.ts";
import type { BadRowDetails, BadRowPage, ListBadRows } from "./schemas.ts";

const PAGE_SIZE = 100;

/** A page of the rows that can't be imported, each with its line and all its reasons. Throws not_found. */
export async function listBadRows(
  { scope }: Actor,
  { importId, cursor }: ListBadRows,
  clock: Clock = systemClock,
): Promise<BadRowPage> {
  const { opened, rows } = await openBadRows(scope, importId, clock());
  const { kind } = opened.row;
  const page: BadRowDetails[] = [];
  for await (const { line, label, problems } of rows) {
    if (line <= (cursor ?? 0)) continue;
    if (page.length === PAGE_SIZE) return { rows: page, nextCursor: page.at(-1)?.line ?? null };
    const named = problems.map((problem) => ({
      ...problem,
      fieldLabel: problem.field === null ? null : fieldLabel(kind, problem.field),
    }));
    page.push({ line, label, problems: named });
  }
  return { rows: page, nextCursor: null };
}
