-- An entry for each load: calls to OTR and changes by background jobs for the most part, the rest by people.
insert into audit_entries (company_id, id, at, user_id, ip, action, subject, data)
select l.company_id, bench.id(15, at, l.n), at, case when kind >= 14 then p.id end,
  case when kind >= 14 then '192.0.2.41' end,
  (array['otr.exchange', 'load.status_changed', 'otr.exchange', 'invoice.accepted', 'purchase.changed', 'otr.exchange',
    'load.status_changed', 'otr.exchange', 'purchase.changed', 'otr.exchange', 'invoice.accepted', 'otr.exchange',
    'sync.finished', 'otr.exchange', 'document.downloaded', 'session.started', 'customer.updated', 'load.updated',
    'document.downloaded', 'batch.submitted'])[kind + 1],
  bench.typeid(case when kind in (1, 6, 17) then 'load' when kind = 16 then 'customer' when kind = 19 then 'batch'
    else 'binv' end,
    case when kind in (1, 6, 17) then l.id when kind = 16 then bench.id(5, l.made, l.customer) else l.invoice_id end),
  case when kind in (1, 6) then '{"from": "queued", "to": "invoiced", "reason": "accepted"}'
    else '{"step": "create", "outcome": "created", "method": "POST", "path": "/invoices", "httpStatus": 201, "otrRequestId": "0f3a-11", "durationMs": 212}'
  end::jsonb
from bench.load l
join bench.person p on p.no = l.no and p.person = l.k % 6,
lateral (select l.made + interval '4 days' as at, (l.k % 20)::int as kind) as e;
