import { and, asc, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { auditEntries, memberships, users } from "#db/schema/index.ts";
import type { AuditAction } from "#server/audit/rules/actions.ts";
import { type AuditId, newId, type UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { insertMany } from "./insert-many.ts";

type NewAuditEntry = Omit<typeof auditEntries.$inferInsert, "companyId" | "id">;

/** Adds audit entries; they are never changed. */
export async function insertAuditEntries(
  tx: Tx,
  scope: CompanyScope,
  entries: NewAuditEntry[],
): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, companyId: scope.companyId, id: newId("audit") }));
  await insertMany(tx, auditEntries, rows);
}

export type AuditEntry = typeof auditEntries.$inferSelect;

/** Which entries are wanted. `from` and `to` are calendar days in `timeZone`, both included. */
export type AuditView = {
  action: AuditAction | undefined;
  /** Null: what no person did. */
  userId: UserId | null | undefined;
  /** Any of these; see `findAuditSubjects`. */
  subjects: string[] | undefined;
  days: { from: string | undefined; to: string | undefined; timeZone: string } | undefined;
};

type Page = { view: AuditView; before: AuditId | undefined; limit: number };

/**
 * A page of the company's audit entries, newest first, behind the entry `before`. Every filter has an index that
 * ends in the id, so that a page is read in order and reading stops when it is full.
 */
export function listAuditEntries(
  tx: Tx,
  scope: CompanyScope,
  { view, before, limit }: Page,
): Promise<AuditEntry[]> {
  const { subjects, userId } = view;
  // What no person did is most of it: led by the person, the order leaves only the indexes that begin with it.
  const order =
    userId === null ? [desc(auditEntries.userId), desc(auditEntries.id)] : [desc(auditEntries.id)];
  const isWanted = and(
    eq(auditEntries.companyId, scope.companyId),
    before && lt(auditEntries.id, before),
    ...conditions(view),
  );
  if (!subjects) {
    return tx
      .select()
      .from(auditEntries)
      .where(isWanted)
      .orderBy(...order)
      .limit(limit);
  }
  // Subject by subject: few entries each, whereas a walk through all entries would look for them among years.
  const newest = tx
    .select()
    .from(auditEntries)
    .where(and(isWanted, sql`${auditEntries.subject} = wanted.subject`))
    .orderBy(desc(auditEntries.id))
    .limit(limit)
    .as("newest");
  return tx
    .select(newest._.selectedFields)
    .from(sql`unnest(${sql.param(subjects)}::text[]) as wanted(subject)`)
    .crossJoinLateral(newest)
    .orderBy(desc(newest.id))
    .limit(limit);
}

/** One entry; undefined when the company has no such entry. */
export async function findAuditEntry(
  tx: Tx,
  scope: CompanyScope,
  entryId: AuditId,
): Promise<AuditEntry | undefined> {
  const [row] = await tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.companyId, scope.companyId), eq(auditEntries.id, entryId)));
  return row;
}

/** Everyone who is or was a member, by name. */
export function listAuditPeople(tx: Tx, scope: CompanyScope) {
  return tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.companyId, scope.companyId))
    .orderBy(asc(users.name), asc(users.id));
}

function conditions({ action, userId, days }: AuditView): (SQL | undefined)[] {
  return [
    action && eq(auditEntries.action, action),
    userId === null ? isNull(auditEntries.userId) : userId && eq(auditEntries.userId, userId),
    days?.from ? since(sql`${days.from}::timestamp at time zone ${days.timeZone}`) : undefined,
    days?.to ? until(sql`(${days.to}::date + 1)::timestamp at time zone ${days.timeZone}`) : undefined,
  ];
}

/*
 * Days narrow the ids, which is what the indexes are in order of. An id is made when the entry is written, moments
 * after the time it tells of: hence the hour's margin, and the exact time beside it.
 */
const since = (instant: SQL) =>
  and(
    gte(auditEntries.at, sql`${instant}`),
    sql`${auditEntries.id} >= ${firstId(sql`${instant} - interval '1 hour'`)}`,
  );

const until = (instant: SQL) =>
  and(
    lt(auditEntries.at, sql`${instant}`),
    sql`${auditEntries.id} < ${firstId(sql`${instant} + interval '1 hour'`)}`,
  );

/** The smallest id of an instant: a UUIDv7 begins with the milliseconds since 1970, 48 bits of them. */
function firstId(instant: SQL): SQL {
  return sql`rpad(lpad(to_hex((extract(epoch from ${instant}) * 1000)::bigint), 12, '0'), 32, '0')::uuid`;
}
