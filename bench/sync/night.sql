-- Companies with one OTR login each and open invoices in batches of 25, all read by a sync before. What the sandbox
-- holds is made from the same numbers: see `seed-night.ts`, which fills `bench.company`.
create unlogged table bench.invoice as
select
  c.*, n, c.first + n as pkey, (c.first + n)::text as number, 'PO-' || (c.first + n) as po_number, n / 25 as batch,
  uuidv7() as id, uuidv7() as load_id, uuidv7() as invoice_id, uuidv7() as document_id
from bench.company c, generate_series(0, c.invoices - 1) n
order by c.no, n;

create unlogged table bench.batch as
select company_id, batch, uuidv7() as id, count(*) as invoices from bench.invoice group by 1, 2 order by 1, 2;

insert into companies (id, name, time_zone) select company_id, 'Carrier ' || no, time_zone from bench.company;

insert into users (id, email, name, password_hash) select user_id, username, 'Ana Ruiz', 'none' from bench.company;

insert into memberships (company_id, user_id, role, billing) select company_id, user_id, 'admin', true from bench.company;

insert into subsidiaries (company_id, id, name, usdot_number, mc_number, time_zone)
select company_id, subsidiary_id, 'Carrier ' || no, usdot, (700000 + no)::text, time_zone from bench.company;

insert into integrations (company_id, id, subsidiary_id, status, username, password_ciphertext, saved_by, saved_at)
select company_id, integration_id, subsidiary_id, 'active', username, ciphertext, user_id, now() from bench.company;

insert into customers (company_id, id, name, kind, mc_number, city, state)
select company_id, customer_id, 'Prairie Lantern Logistics', 'broker', '412907', 'Joliet', 'IL' from bench.company;

insert into loads (company_id, id, subsidiary_id, customer_id, load_number, po_number, status, origin_city, origin_state,
  destination_city, destination_state, pickup_on, delivered_on, total_cents, status_changed_at)
select company_id, load_id, subsidiary_id, customer_id, number, po_number, 'invoiced', 'Joliet', 'IL', 'Toledo', 'OH',
  current_date - 9, current_date - 7, 185000, now()
from bench.invoice;

insert into documents (company_id, id, load_id, kind, file_name, content_type, byte_size, sha256, page_count)
select company_id, document_id, load_id, 'packet', number || '.pdf', 'application/pdf', 400000, md5(number) || md5(po_number), 3
from bench.invoice;

insert into invoices (company_id, id, load_id, invoice_number, invoice_date, amount_cents, snapshot, packet_document_id)
select company_id, invoice_id, load_id, number, current_date - 7, 185000, '{}', document_id from bench.invoice;

insert into factoring_batches (company_id, id, batch_number, subsidiary_id, integration_id, usdot_number, request_key,
  submitted_by, submitted_at, invoice_count, total_cents)
select company_id, b.id, batch + 1, subsidiary_id, integration_id, usdot, 'bench-' || batch, user_id, now(), b.invoices,
  b.invoices * 185000
from bench.batch b join bench.company using (company_id);

insert into batch_invoices (company_id, id, batch_id, subsidiary_id, integration_id, load_id, invoice_id, customer_id,
  load_number, invoice_number, invoice_date, po_number, mc_number, amount_cents, origin_city, origin_state,
  destination_city, destination_state, document_id, document_sha256, state, otr_invoice_pkey, state_changed_at,
  accepted_at, purchase_code, purchase_modified_raw, purchase_changed_at, purchase_open)
select company_id, i.id, b.id, subsidiary_id, integration_id, load_id, invoice_id, customer_id, number, number,
  (current_date - 7)::text, po_number, '412907', 185000, 'Joliet', 'IL', 'Toledo', 'OH', document_id,
  md5(number) || md5(po_number), 'accepted', pkey, now(), now(), 1, modified, now(), true
from bench.invoice i join bench.batch b using (company_id, batch);

-- Tonight is done already: it is the measurement that says when the next one is due.
insert into sync_runs (company_id, id, trigger, night_of, started_at, finished_at)
select company_id, uuidv7(), 'nightly', (now() at time zone time_zone)::date, now(), now() from bench.company;

drop schema bench cascade;
