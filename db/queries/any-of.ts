import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type Id, type IdPrefix, idToUuid } from "#server/kernel/ids.ts";

/** True for the rows whose id is among these, however many: one parameter, where `inArray` sends one for each. */
export function anyOf<P extends IdPrefix>(column: PgColumn, prefix: P, ids: readonly Id<P>[]): SQL {
  return sql`${column} = any(${uuidsOf(prefix, ids)})`;
}

/** The uuids under many ids as one array. */
export function uuidsOf<P extends IdPrefix>(prefix: P, ids: readonly Id<P>[]): SQL {
  const uuids = ids.map((id) => idToUuid(prefix, id));
  return sql`${sql.param(uuids)}::uuid[]`;
}
