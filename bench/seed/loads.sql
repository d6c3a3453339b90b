insert into loads (company_id, id, subsidiary_id, customer_id, load_number, po_number, status, origin_city,
  origin_state, destination_city, destination_state, pickup_on, delivered_on, weight_lb, miles, total_cents,
  status_changed_at, created_at)
select l.company_id, l.id, s.id, bench.id(5, c.since, l.no * 100000 + l.customer), (100000 + k)::text,
  'PO-' || upper(substr(md5(k::text), 1, 7)), l.status, 'Joliet', 'IL',
  (array['Toledo', 'Laredo', 'Ontario', 'Savannah', 'Reno'])[k % 5 + 1], (array['OH', 'TX', 'CA', 'GA', 'NV'])[k % 5 + 1],
  made::date, case when r >= 300 then (made + interval '2 days')::date end, 30000 + k % 14000, 200 + k % 2000, l.cents,
  made, made
from bench.load l join bench.company c using (no) join bench.subsidiary s on s.no = l.no and s.part = l.part;
