-- Changes of OTR's status are there for the latest years. 25 invoices a batch, in the order of the loads. One load in a hundred failed first and went out again in the next
-- batch; the latest forty failed and wait for a person.
create unlogged table bench.batch as
select *, bench.id(10, at, no * 1000000 + number) as id
from (
  select no, company_id, (k - 1) / 25 + 1 as number, max(made) + interval '4 days' as at, count(*) as invoices,
    sum(cents) as cents
  from bench.load where k <= sent group by 1, 2, 3
) as batches;

create unlogged table bench.run as
select c.no, c.id as company_id, day, (c.since + day * interval '1 day' + interval '2 hours') as at,
  bench.id(11, c.since + day * interval '1 day' + interval '2 hours', c.no * 10000 + day) as id
from bench.company c, generate_series(0, 1830) day;

insert into sync_runs (company_id, id, trigger, night_of, started_at, finished_at, checked, newly_financed, unchanged)
select company_id, id, 'nightly', at::date, at, at + interval '2 minutes', 200, 10, 190 from bench.run;

insert into factoring_batches (company_id, id, batch_number, subsidiary_id, integration_id, usdot_number, request_key,
  submitted_by, submitted_at, invoice_count, total_cents, last_sync_run_id, last_synced_at)
select b.company_id, b.id, b.number, s.id, s.integration_id, '2000000', 'bench-' || b.number, p.id, b.at, b.invoices,
  b.cents, r.id, r.at
from bench.batch b
join bench.subsidiary s on s.no = b.no and s.part = b.number % 2
join bench.person p on p.no = b.no and p.person = 1
left join bench.run r on r.no = b.no and r.day = least(extract(day from b.at - timestamptz '2021-11-21')::int + 3, 1830);

create unlogged table bench.sent as
select l.*, false as again, (l.r < 2840) as failed, (l.k - 1) / 25 + 1 as number from bench.load l where l.k <= l.sent
union all
select l.*, true, true, greatest((l.k - 1) / 25, 1) from bench.load l where l.k <= l.sent and l.k % 100 = 50 and l.r >= 2840;

insert into batch_invoices (company_id, id, batch_id, subsidiary_id, integration_id, load_id, invoice_id, customer_id,
  load_number, invoice_number, invoice_date, po_number, mc_number, amount_cents, origin_city, origin_state,
  destination_city, destination_state, document_id, document_sha256, state, otr_invoice_pkey, failed_step, failure_reason,
  state_changed_at, accepted_at, purchase_code, purchase_open, purchase_changed_at, funded_at, sent_again_at, created_at)
select x.company_id, bench.id(case when again then 12 else 13 end, b.at, x.n), b.id, s.id, s.integration_id, x.id,
  x.invoice_id, bench.id(5, c.since, x.no * 100000 + x.customer), (100000 + k)::text, (500000 + k)::text,
  (made + interval '3 days')::date::text, 'PO-' || upper(substr(md5(k::text), 1, 7)), (100000 + x.customer * 17)::text,
  x.cents, 'Joliet', 'IL', 'Toledo', 'OH', x.document_id, md5(x.n::text) || md5((-x.n)::text),
  case when failed then 'failed' else 'accepted' end::submission_state, case when not failed then x.n end,
  case when failed then 'create' end::submission_step, case when failed then 'broker_unknown' end::failure_reason,
  b.at, case when not failed then b.at end,
  case when failed then null when r >= 4800 then 3 when r % 97 = 0 then 5 else 1 end, not failed and r < 4800,
  case when not failed then b.at + interval '2 days' end, case when not failed and r >= 4800 then b.at + interval '3 days' end,
  case when again then b.at + interval '1 day' end, b.at
from bench.sent x
join bench.company c using (no)
join bench.batch b on b.no = x.no and b.number = x.number
join bench.subsidiary s on s.no = x.no and s.part = b.number % 2;

insert into purchase_status_changes (company_id, id, batch_invoice_id, sync_run_id, from_code, to_code, changed_at)
select x.company_id, bench.id(14, b.at, x.n), bench.id(13, b.at, x.n), r.id, 1, 3, r.at
from bench.sent x
join bench.batch b on b.no = x.no and b.number = x.number
join bench.run r on r.no = x.no and r.day = least(extract(day from b.at - timestamptz '2021-11-21')::int + 3, 1830)
where not x.failed and x.r between 4800 and 100000;
