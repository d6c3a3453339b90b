import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type IdPrefix, idFromUuid, idToUuid } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** What people call a thing, and the thing it belongs to where that is what one opens. */
export type ThingName = { kind: NamedKind; name: string; parentId: string | null };

/** How each kind of thing that audit entries name is looked up: `id`, `name`, and the uuid of its parent or null. */
const LOOKUPS = {
  company: sql`select x.id, x.name, null::uuid from companies x`,
  user: sql`select x.id, x.name, null::uuid from users x join memberships m on m.user_id = x.id`,
  session: sql`select x.id, u.name, null::uuid from sessions x join users u on u.id = x.user_id`,
  subsidiary: sql`select x.id, x.name, null::uuid from subsidiaries x`,
  integration: sql`select x.id, s.name, null::uuid from integrations x
    join subsidiaries s on s.company_id = x.company_id and s.id = x.subsidiary_id`,
  customer: sql`select x.id, x.name, null::uuid from customers x`,
  load: sql`select x.id, x.load_number, null::uuid from loads x`,
  document: sql`select x.id, x.file_name, x.load_id from documents x`,
  invoice: sql`select x.id, x.invoice_number, x.load_id from invoices x`,
  batch: sql`select x.id, x.batch_number::text, null::uuid from factoring_batches x`,
  binv: sql`select x.id, x.invoice_number, x.batch_id from batch_invoices x`,
  sync: sql`select x.id, coalesce(b.batch_number::text, x.night_of::text, ''), b.id from sync_runs x
    left join factoring_batches b on b.company_id = x.company_id and b.id = x.batch_id`,
  credit: sql`select x.id, c.name, c.id from credit_checks x
    join customers c on c.company_id = x.company_id and c.id = x.customer_id`,
  info: sql`select x.id, s.name, null::uuid from important_info_versions x
    join subsidiaries s on s.company_id = x.company_id and s.id = x.subsidiary_id`,
  link: sql`select x.id, x.email, null::uuid from account_links x`,
  import: sql`select x.id, x.file_name, null::uuid from imports x`,
} as const satisfies Partial<Record<IdPrefix, SQL>>;

type NamedKind = keyof typeof LOOKUPS;

/** The company of a thing, where it isn't the thing's own `company_id`. */
const OWNERS: Partial<Record<NamedKind, SQL>> = { company: sql`x.id`, user: sql`m.company_id` };

const PARENT_KINDS = {
  document: "load",
  invoice: "load",
  binv: "batch",
  sync: "batch",
  credit: "customer",
} as const satisfies Partial<Record<NamedKind, IdPrefix>>;

/** The names of the company's things among these ids, by id, in one statement. */
export async function findNames(
  tx: Tx,
  scope: CompanyScope,
  ids: Iterable<string>,
): Promise<Map<string, ThingName>> {
  const kinds = Object.entries(groupByKind(ids)) as [NamedKind, string[]][];
  if (kinds.length === 0) return new Map();
  const company = idToUuid("company", scope.companyId);
  const parts = kinds.map(([kind, uuids]) => {
    return sql`select ${kind}::text as kind, named.* from (${LOOKUPS[kind]}
      where ${OWNERS[kind] ?? sql`x.company_id`} = ${company} and x.id = any(${sql.param(uuids)}::uuid[])) named(id, name, parent)`;
  });
  const rows: { kind: NamedKind; id: string; name: string; parent: string | null }[] = await tx.execute(
    sql.join(parts, sql` union all `),
  );
  return new Map(
    rows.map(({ kind, id, name, parent }) => [
      idFromUuid(kind, id),
      { kind, name, parentId: parent && parentIdOf(kind, parent) },
    ]),
  );
}

function groupByKind(ids: Iterable<string>): Partial<Record<NamedKind, string[]>> {
  const groups: Partial<Record<NamedKind, string[]>> = {};
  for (const id of new Set(ids)) {
    const kind = id.slice(0, id.lastIndexOf("_"));
    if (!isNamed(kind) || !isId(kind, id)) continue;
    groups[kind] = [...(groups[kind] ?? []), idToUuid(kind, id)];
  }
  return groups;
}

function isNamed(kind: string): kind is NamedKind {
  return Object.hasOwn(LOOKUPS, kind);
}

function parentIdOf(kind: NamedKind, uuid: string): string | null {
  const parents: Partial<Record<NamedKind, IdPrefix>> = PARENT_KINDS;
  const parent = parents[kind];
  return parent ? idFromUuid(parent, uuid) : null;
}
