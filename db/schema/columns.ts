import { sql } from "drizzle-orm";
import { customType, pgPolicy, timestamp } from "drizzle-orm/pg-core";
import { type CompanyId, type Id, type IdPrefix, idFromUuid, idToUuid } from "#server/kernel/ids.ts";

/** A TypeID column: stored as uuid, read and written as an id of that kind only. */
export function idColumn<P extends IdPrefix>(prefix: P) {
  return customType<{ data: Id<P>; driverData: string }>({
    dataType: () => "uuid",
    toDriver: (id) => idToUuid(prefix, id),
    fromDriver: (uuid) => idFromUuid(prefix, uuid),
  })();
}

/** The tenant of a row. Every tenant table has it, first in its primary key. */
export const companyIdColumn = () => idColumn("company").$type<CompanyId>().notNull();

/** Text that is compared byte by byte, so that a prefix is a range of it. */
export const searchKey = () => customType<{ data: string }>({ dataType: () => 'text collate "C"' })();

/** A point in time, UTC. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });

export const createdAt = () => instant().notNull().defaultNow();

/** Row-level security: a row exists only for the company that the transaction named (`inCompany`). */
export const companyIsolation = () =>
  pgPolicy("company_isolation", {
    for: "all",
    using: sql`company_id = (select current_company_id())`,
    withCheck: sql`company_id = (select current_company_id())`,
  });
