import { inCompany } from "#db/client.ts";
import { listLoadIds, listLoads as listRows } from "#db/queries/load-list.ts";
import type { Actor } from "#server/auth/actor.ts";
import { readCreditMarks } from "#server/credit-check/read-credit-marks.ts";
import { laneOf } from "./rules/lane.ts";
import { MOST_RELEASED } from "./rules/most-released.ts";
import type { ListLoads, LoadFilter, LoadPage, LoadSelection } from "./schemas.ts";

const PAGE_SIZE = 50;

/** A page of the company's loads, newest first (R18). */
export async function listLoads({ scope }: Actor, { cursor, ...filter }: ListLoads): Promise<LoadPage> {
  const { found, page, credit } = await inCompany(scope, async (tx) => {
    const found = await listRows(tx, scope, { ...filter, before: cursor, limit: PAGE_SIZE + 1 });
    const page = found.slice(0, PAGE_SIZE);
    return { found, page, credit: await readCreditMarks(tx, scope, page) };
  });
  return {
    rows: page.map(({ originCity, originState, destinationCity, destinationState, ...row }) => ({
      ...row,
      credit: credit(row),
      lane: laneOf({ originCity, originState, destinationCity, destinationState }),
    })),
    nextCursor: found.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Every load of a filter, newest first, as many as are released at once. */
export async function listLoadSelection({ scope }: Actor, filter: LoadFilter): Promise<LoadSelection> {
  const ids = await inCompany(scope, (tx) => listLoadIds(tx, scope, { ...filter, limit: MOST_RELEASED + 1 }));
  return { loadIds: ids.slice(0, MOST_RELEASED), truncated: ids.length > MOST_RELEASED };
}
