import { inCompany } from "#db/client.ts";
import { listLoads as listRows } from "#db/queries/load-list.ts";
import type { Actor } from "#server/auth/actor.ts";
import { laneOf } from "./rules/lane.ts";
import type { ListLoads, LoadPage } from "./schemas.ts";

const PAGE_SIZE = 50;

/** A page of the company's loads, newest first (R18). */
export async function listLoads({ scope }: Actor, { search, status, cursor }: ListLoads): Promise<LoadPage> {
  const found = await inCompany(scope, (tx) =>
    listRows(tx, scope, {
      search: search || undefined,
      status: status ?? undefined,
      before: cursor ?? undefined,
      limit: PAGE_SIZE + 1,
    }),
  );
  const page = found.slice(0, PAGE_SIZE);
  return {
    rows: page.map(({ id, number, status, customer, po, deliveredOn, cents, ...places }) => ({
      id,
      number,
      status,
      customer,
      po,
      lane: laneOf(places),
      deliveredOn,
      cents,
    })),
    nextCursor: found.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  };
}
