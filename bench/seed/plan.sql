-- `k` counts a company's loads from its first, `r` from its latest. What is under way is as much in a small company as
-- in a large one; what is done makes the difference.
create unlogged table bench.load as
select
  c.no, c.id as company_id, k, c.before + k as n, c.loads - k as r, c.loads - 2800 as sent,
  made, bench.id(6, made, c.before + k) as id,
  bench.id(7, made + interval '3 days', c.before + k) as document_id,
  bench.id(8, made + interval '3 days', c.before + k) as invoice_id,
  k % 2 as part,
  floor(c.customers * power(bench.chance(c.before + k), 3))::int as customer,
  80000 + (k::bigint * 7919) % 400000 as cents,
  case
    when c.loads - k < 400 then (array['open', 'dispatched', 'in_transit', 'delivered'])[(c.loads - k) / 100 + 1]
    when c.loads - k < 800 then 'released'
    when c.loads - k < 2840 then 'queued'
    when c.loads - k < 4800 then 'invoiced'
    when c.loads - k < 7000 then 'financed'
    else 'completed'
  end::load_status as status
from bench.company c, generate_series(1, c.loads) k,
  lateral (select c.since + (c.until - c.since) * (k::float8 / c.loads) as made) as m;
