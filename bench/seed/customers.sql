create unlogged table bench.customer as
select c.no, c.id as company_id, n, bench.id(5, c.since, c.no * 100000 + n) as id
from bench.company c, generate_series(0, c.customers - 1) n;

insert into customers (company_id, id, name, kind, mc_number, city, state)
select company_id, id,
  (array['Prairie', 'Harbor', 'Summit', 'Cedar', 'Copper', 'Granite', 'Willow', 'Falcon', 'River', 'Aspen'])[n % 10 + 1]
    || ' ' || (array['Lantern', 'Bridge', 'Crossing', 'Anchor', 'Compass', 'Wagon', 'Meadow'])[n / 10 % 7 + 1]
    || ' ' || initcap(translate(substr(md5(n::text), 1, 6), '0123456789', 'ghjklnrstv')) || ' '
    || (array['Logistics', 'Freight', 'Brokerage', 'Transport', 'Supply'])[n / 70 % 5 + 1],
  case when n % 5 = 0 then 'shipper' else 'broker' end::customer_kind,
  case when n % 40 <> 7 then (100000 + n * 17)::text end,
  (array['Joliet', 'Toledo', 'Laredo', 'Ontario', 'Savannah'])[n % 5 + 1],
  (array['IL', 'OH', 'TX', 'CA', 'GA'])[n % 5 + 1]
from bench.customer;

insert into invoicing_methods (company_id, customer_id, subsidiary_id, method)
select c.company_id, c.id, s.id, case when c.n % 12 = 11 then 'email' else 'factoring' end::invoicing_method
from bench.customer c join bench.subsidiary s on s.no = c.no;

insert into credit_standings (company_id, integration_id, customer_id, decision, trigger, decided_at, checked_at)
select c.company_id, s.integration_id, c.id,
  (array['approved', 'approved', 'approved', 'call_credit', 'not_approved'])[c.n % 5 + 1]::credit_decision, 'manual',
  '2026-11-01', '2026-11-01'
from bench.customer c join bench.subsidiary s on s.no = c.no
where c.n % 10 <> 9;

insert into customer_words (company_id, word, customer_id, in_name)
select c.company_id, w.word, c.id, w.in_name from customers c, words_of_customer(c.name, c.city) w;
