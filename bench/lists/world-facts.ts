import postgres, { type Sql } from "postgres";
import type { Actor } from "#server/auth/actor.ts";
import {
  type AuditId,
  type BatchId,
  type Id,
  type IdPrefix,
  idFromUuid,
  type LoadId,
  newId,
  type SubsidiaryId,
} from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";

/** What there is to look for in a world's largest company, and where its far pages begin. */
export type WorldFacts = {
  actor: Actor;
  subsidiaryId: SubsidiaryId;
  /** A load of the middle years, with the batch that it went out in. */
  old: { loadId: LoadId; loadNumber: string; poNumber: string; invoiceNumber: string; batchId: BatchId };
  /** A load of the queue and its customer. */
  queued: { loadNumber: string; poNumber: string; customerName: string; mcNumber: string };
  /**
   * Two words of that name, the second one as far as a person types it: until no more than a page of customers is
   * meant. That is a letter or two more in a company with forty times as many.
   */
  partOfName: string;
  latestBatchId: BatchId;
  /** The last rows of the 1,000th page, or of the page in the middle where there are fewer. */
  far: { loadId: LoadId; auditId: AuditId; batchNumber: number; customerName: string };
  queueEnd: { key: string; loadId: LoadId };
};

const FAR_ROWS = 50_000;
const PAGE = 50;

/** Looks a world's facts up, as the owner, who sees everything. */
export async function findFacts(ownerUrl: string): Promise<WorldFacts> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await readFacts(sql);
  } finally {
    await sql.end();
  }
}

async function readFacts(sql: Sql): Promise<WorldFacts> {
  const largest = await one(sql`select company_id from loads group by 1 order by count(*) desc limit 1`);
  const company = text(largest.company_id);
  const person = await one(sql`
    select u.id, u.name, u.email, c.name as company, c.time_zone
    from memberships m join users u on u.id = m.user_id join companies c on c.id = m.company_id
    where m.company_id = ${company} and m.role = 'admin'`);
  const subsidiary = await one(
    sql`select id from subsidiaries where company_id = ${company} order by name limit 1`,
  );
  const old = await one(sql`
    select load_id, load_number, po_number, invoice_number, batch_id from batch_invoices
    where company_id = ${company} and state = 'accepted' order by id offset (select count(*) / 2 from batch_invoices where company_id = ${company}) limit 1`);
  const subsidiaryId = text(subsidiary.id);
  const queued = await one(sql`
    select l.load_number, l.po_number, c.name, c.mc_number from loads l
    join customers c on c.company_id = l.company_id and c.id = l.customer_id
    where l.company_id = ${company} and l.subsidiary_id = ${subsidiaryId} and l.status = 'queued' and c.mc_number <> ''
    order by l.id offset 500 limit 1`);
  const end = await one(sql`
    select delivered_on::text, id from loads
    where company_id = ${company} and subsidiary_id = ${subsidiaryId} and status = 'queued'
    order by delivered_on, id offset 800 limit 1`);
  const latest = await one(sql`
    select id from factoring_batches where company_id = ${company} order by batch_number desc offset 20 limit 1`);
  const far = {
    load: await farRow(sql, company, "loads", "id", "desc"),
    audit: await farRow(sql, company, "audit_entries", "id", "desc"),
    batch: await farRow(sql, company, "factoring_batches", "batch_number", "desc"),
    customer: await farRow(sql, company, "customers", "name", "asc"),
  };
  return {
    actor: {
      userId: id("user", person.id),
      sessionId: newId("session"),
      name: text(person.name),
      email: text(person.email),
      scope: mintCompanyScope(id("company", company)),
      company: {
        id: id("company", company),
        name: text(person.company),
        timeZone: text(person.time_zone),
      },
      role: "admin",
      billing: true,
      ip: "127.0.0.1",
    },
    subsidiaryId: id("subsidiary", subsidiaryId),
    old: {
      loadId: id("load", old.load_id),
      loadNumber: text(old.load_number),
      poNumber: text(old.po_number),
      invoiceNumber: text(old.invoice_number),
      batchId: id("batch", old.batch_id),
    },
    queued: {
      loadNumber: text(queued.load_number),
      poNumber: text(queued.po_number),
      customerName: text(queued.name),
      mcNumber: text(queued.mc_number),
    },
    partOfName: await findPartOfName(sql, company, text(queued.name)),
    latestBatchId: id("batch", latest.id),
    far: {
      loadId: id("load", far.load),
      auditId: id("audit", far.audit),
      batchNumber: Number(far.batch),
      customerName: text(far.customer),
    },
    queueEnd: { key: text(end.delivered_on), loadId: id("load", end.id) },
  };
}

async function findPartOfName(sql: Sql, company: string, name: string): Promise<string> {
  const [, word = "", last = ""] = name.split(" ");
  for (let letters = 1; letters < last.length; letters += 1) {
    const part = `${word} ${last.slice(0, letters)}`;
    const { meant } = await one(sql`
      select count(*)::int as meant from customers where company_id = ${company} and name ilike ${`% ${part}%`}`);
    if (Number(meant) <= PAGE) return part;
  }
  return name;
}

async function farRow(
  sql: Sql,
  company: string,
  table: string,
  key: string,
  order: string,
): Promise<unknown> {
  const rows = sql`${sql(table)} where company_id = ${company}`;
  const { far } = await one(sql`
    select ${sql(key)} as far from ${rows} order by ${sql(key)} ${sql.unsafe(order)}
    offset least(${FAR_ROWS}, (select count(*) / 2 from ${rows})) limit 1`);
  return far;
}

async function one(rows: PromiseLike<Record<string, unknown>[]>): Promise<Record<string, never>> {
  const [row] = await rows;
  if (!row) throw new Error("The world is not seeded.");
  return row as Record<string, never>;
}

function id<P extends IdPrefix>(prefix: P, uuid: unknown): Id<P> {
  return idFromUuid(prefix, text(uuid));
}

function text(value: unknown): string {
  return String(value);
}
