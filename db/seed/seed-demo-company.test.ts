import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { startSandbox } from "#local/otr-sandbox/start-sandbox.ts";
import { verifyPassword } from "#server/auth/password.ts";
import { fileExists } from "#server/documents/storage.ts";
import { type Ineligibility, ineligibilities } from "#server/factoring/rules/eligibility.ts";
import { idFromUuid, idToUuid } from "#server/kernel/ids.ts";
import { canMoveLoad, type LoadStatus } from "#server/loads/rules/load-status.ts";
import { decryptSecret } from "#server/secrets/decrypt-secret.ts";
import { demoAccounts } from "./demo-accounts.ts";
import { seedDemoCompany } from "./seed-demo-company.ts";
import { seedSecondCompany } from "./seed-second-company.ts";

const { owner } = await testDatabase();
const sandbox = await startSandbox();
afterAll(() => sandbox.close());

const now = new Date("2026-11-24T15:30:00Z");
const second = await seedSecondCompany({ now });
const cast = await seedDemoCompany({ now, otrBaseUrl: sandbox.baseUrl });
const company = idToUuid("company", cast.scope.companyId);

/** Rows that contradict each other; a good demo has none. */
const none: unknown[] = [];

test("a load's lines, its total, its invoice and what was sent of it are one amount", async () => {
  expect(
    await owner`
    select l.load_number from loads l
    left join (select load_id, sum(amount_cents) as cents from load_lines group by load_id) s on s.load_id = l.id
    left join invoices i on i.load_id = l.id
    left join batch_invoices b on b.load_id = l.id
    where s.cents is distinct from l.total_cents
      or coalesce(i.amount_cents, l.total_cents) <> l.total_cents
      or coalesce(b.amount_cents, l.total_cents) <> l.total_cents
      or (select sum((line->>'amountCents')::bigint) from jsonb_array_elements(i.snapshot->'lines') line) <> l.total_cents`,
  ).toEqual(none);
  expect(
    await owner`
    select f.batch_number from factoring_batches f join batch_invoices b on b.batch_id = f.id
    group by f.id, f.batch_number, f.invoice_count, f.total_cents
    having count(*) <> f.invoice_count or sum(b.amount_cents) <> f.total_cents`,
  ).toEqual(none);
});

test("every load came to its status step by step, in order, and not in the future", async () => {
  const changes = await owner<
    { load: string; from: LoadStatus | null; to: LoadStatus; at: Date; now: LoadStatus }[]
  >`
    select c.load_id as load, c.from_status as from, c.to_status as to, c.changed_at as at, l.status as now
    from load_status_changes c join loads l on l.id = c.load_id order by c.load_id, c.changed_at`;
  const wrong = changes.filter(({ load, from, to, at, now: current }, index) => {
    const before = changes[index - 1]?.load === load ? changes[index - 1] : undefined;
    const isLast = changes[index + 1]?.load !== load;
    if (at > now || (isLast && to !== current)) return true;
    return before ? from !== before.to || !canMoveLoad(before.to, to) : from !== null || to !== "open";
  });
  expect(wrong).toEqual(none);
  expect(new Set(changes.map((change) => change.now)).size).toBe(11);
});

test("sixty loads of the first subsidiary may go to the factor, two of them without an MC number", async () => {
  const queue = await queueOf("Sample Hauling Inc");
  const ready = queue.filter(({ reasons }) => reasons.length === 0);
  expect(ready).toHaveLength(60);
  expect(ready.filter(({ mcNumber }) => mcNumber === null)).toHaveLength(2);
  // Both are among the oldest, so the first 25 of the list hold them.
  expect(ready.slice(0, 25).filter(({ mcNumber }) => mcNumber === null)).toHaveLength(2);
  const reasons = queue.flatMap((load) => load.reasons).toSorted();
  expect(reasons).toEqual([
    ...Array.from({ length: 2 }, () => "not_factoring"),
    ...Array.from({ length: 3 }, () => "not_merged"),
    ...Array.from({ length: 2 }, () => "po_missing"),
  ]);
});

test("OTR would take every ready load that has an MC number", async () => {
  const refused = new Set(["618840", "700256"]);
  const ready = (await queueOf("Sample Hauling Inc")).filter(({ reasons }) => reasons.length === 0);
  const known = new Set([...(await knownToSandbox())].filter((mc) => !refused.has(mc)));
  expect(ready.filter(({ mcNumber }) => mcNumber !== null && !known.has(mcNumber))).toEqual(none);
});

test("load status and OTR's status tell the same story", async () => {
  expect(
    await owner`
    select b.invoice_number, l.status, b.state, b.purchase_code from batch_invoices b join loads l on l.id = b.load_id
    where case
      when b.state = 'failed' then l.status <> 'queued' or b.failure_reason is null or b.otr_invoice_pkey is not null
      when b.purchase_code = 3 then l.status not in ('financed', 'completed') or b.purchase_open or b.funded_at is null
      else l.status <> 'invoiced' or b.funded_at is not null or b.purchase_open <> (b.purchase_code not in (4, 7))
    end`,
  ).toEqual(none);
});

test("each night's counts are those of the changes it made", async () => {
  expect(
    await owner`
    select r.night_of from sync_runs r left join purchase_status_changes c on c.sync_run_id = r.id
    group by r.id, r.night_of, r.checked, r.newly_financed, r.changed, r.unchanged, r.needs_you
    having r.newly_financed <> count(*) filter (where c.to_code = 3)
      or r.checked <> r.newly_financed + r.changed + r.unchanged + r.needs_you`,
  ).toEqual(none);
  const [night] =
    await owner`select max(night_of)::text as night_of from sync_runs where company_id = ${company}`;
  expect(night).toEqual({ night_of: "2026-11-24" });
});

test("every accepted invoice is at OTR under its key, with its amount and its document", async () => {
  const sent = await owner<{ pkey: string; number: string; po: string; cents: string; sha: string }[]>`
    select otr_invoice_pkey as pkey, invoice_number as number, po_number as po, amount_cents as cents,
      document_sha256 as sha from batch_invoices where state = 'accepted'`;
  const atOtr = new Map(
    (await sandbox.control.listInvoices({ limit: 1_000 })).map((invoice) => [invoice.pkey, invoice]),
  );
  expect(atOtr.size).toBe(sent.length);
  for (const row of sent) {
    const invoice = atOtr.get(Number(row.pkey));
    expect(invoice).toMatchObject({ invoiceNo: row.number, poNumber: row.po });
    expect(Math.round((invoice?.amount ?? 0) * 100)).toBe(Number(row.cents));
    expect(invoice?.documents.map(({ sha256 }) => sha256)).toEqual([row.sha]);
  }
});

test("every document's bytes are in storage, for its own company", async () => {
  const rows = await owner<
    { company_id: string; sha256: string }[]
  >`select company_id, sha256 from documents`;
  const found = await Promise.all(
    rows.map((row) => fileExists(row.company_id === company ? cast.scope : second.scope, row.sha256)),
  );
  expect(found.filter((exists) => !exists)).toEqual(none);
});

test("brokers stand in all four colours, some of them stale", async () => {
  const [row] = await owner`
    select count(*) filter (where decision = 'approved') > 0 as green,
      count(*) filter (where decision in ('no_buy', 'not_found', 'not_approved')) > 0 as red,
      count(*) filter (where decision = 'call_credit') > 0 as amber,
      count(*) filter (where stale_reason is not null) > 0 as stale,
      exists (select from customers c join invoicing_methods m on m.customer_id = c.id and m.method = 'factoring'
        where c.mc_number is not null and not exists (select from credit_standings s where s.customer_id = c.id)) as grey
    from credit_standings`;
  expect(row).toEqual({ green: true, red: true, amber: true, stale: true, grey: true });
});

test("every demo account's password opens it, and the saved OTR logins are the sandbox's", async () => {
  for (const { email, password } of demoAccounts()) {
    const [user] = await owner<
      { hash: string }[]
    >`select password_hash as hash from users where email = ${email}`;
    expect(await verifyPassword(user?.hash, password)).toBe(true);
  }
  const logins = await owner<{ id: string; username: string; secret: string }[]>`
    select id, username, password_ciphertext as secret from integrations order by username desc`;
  expect(
    logins.map(({ id, username, secret }) => [
      username,
      decryptSecret(secret, idFromUuid("integration", id)),
    ]),
  ).toEqual([
    ["dispatch@sample-hauling.test", "sandbox-password"],
    ["billing@north-river.test", "sandbox-password-2"],
  ]);
});

type QueuedRow = { mcNumber: string | null; reasons: Ineligibility[] };

/** The queue of a subsidiary, oldest delivery first, judged by the rule that Factoring Upload goes by. */
async function queueOf(subsidiary: string): Promise<QueuedRow[]> {
  const rows = await owner`
    select l.id, l.customer_id, l.status, m.method, i.packet_document_id is not null as merged, l.po_number,
      l.origin_city, l.origin_state, l.destination_city, l.destination_state, i.amount_cents, c.mc_number
    from loads l join subsidiaries s on s.id = l.subsidiary_id and s.name = ${subsidiary}
    join customers c on c.id = l.customer_id
    left join invoicing_methods m on m.customer_id = l.customer_id and m.subsidiary_id = l.subsidiary_id
    left join invoices i on i.load_id = l.id
    where l.status = 'queued' order by l.delivered_on, l.id`;
  return rows.map((row) => ({
    mcNumber: row.mc_number,
    reasons: ineligibilities({
      loadId: idFromUuid("load", row.id),
      customerId: idFromUuid("customer", row.customer_id),
      loadStatus: row.status,
      invoicingMethod: row.method,
      hasPacket: row.merged,
      poNumber: row.po_number,
      originCity: row.origin_city,
      originState: row.origin_state,
      destinationCity: row.destination_city,
      destinationState: row.destination_state,
      amountCents: row.amount_cents === null ? null : Number(row.amount_cents),
      live: null,
    }).map(({ reason }) => reason),
  }));
}

/** MC numbers of brokers that the sandbox answers for. */
async function knownToSandbox(): Promise<Set<string>> {
  const rows = await owner<
    { mc: string }[]
  >`select distinct mc_number as mc from customers where mc_number is not null`;
  const headers = { "Ocp-Apim-Subscription-Key": "sandbox-subscription-key" };
  const answers = await Promise.all(
    rows.map(
      async ({ mc }) => [mc, (await fetch(`${sandbox.baseUrl}/broker-check/${mc}`, { headers })).ok] as const,
    ),
  );
  return new Set(answers.filter(([, ok]) => ok).map(([mc]) => mc));
}
