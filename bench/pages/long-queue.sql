-- Makes the second subsidiary of the largest company the desk of 5,000 loads: copies of its own queue, with their
-- invoices and merged documents, until there are so many.
create schema bench;

create unlogged table bench.copy as
select q.*, uuidv7() as new_id, uuidv7() as new_invoice, uuidv7() as new_packet,
  row_number() over () as n
from (
  select l.company_id, l.id, i.id as invoice_id, i.packet_document_id as packet_id
  from loads l
  join subsidiaries s on s.company_id = l.company_id and s.id = l.subsidiary_id and s.name = 'South Line'
  join invoices i on i.company_id = l.company_id and i.load_id = l.id
  join invoicing_methods m on m.company_id = l.company_id and m.customer_id = l.customer_id
    and m.subsidiary_id = l.subsidiary_id and m.method = 'factoring'
  where l.status = 'queued' and i.packet_document_id is not null
    and l.company_id = (select company_id from loads group by 1 order by count(*) desc limit 1)
  limit 900
) q, generate_series(1, 5);

insert into loads (company_id, id, subsidiary_id, customer_id, load_number, po_number, status, origin_city,
  origin_state, destination_city, destination_state, pickup_on, delivered_on, weight_lb, miles, total_cents,
  status_changed_at, created_at)
select l.company_id, c.new_id, l.subsidiary_id, l.customer_id, 'C' || (100000 + c.n), l.po_number, l.status,
  l.origin_city, l.origin_state, l.destination_city, l.destination_state, l.pickup_on, l.delivered_on, l.weight_lb,
  l.miles, l.total_cents, l.status_changed_at, l.created_at
from bench.copy c join loads l on l.company_id = c.company_id and l.id = c.id;

insert into documents (company_id, id, load_id, kind, file_name, content_type, byte_size, sha256, page_count, created_at)
select d.company_id, c.new_packet, c.new_id, d.kind, d.file_name, d.content_type, d.byte_size,
  md5('a' || c.n) || md5('b' || c.n), d.page_count, d.created_at
from bench.copy c join documents d on d.company_id = c.company_id and d.id = c.packet_id;

insert into invoices (company_id, id, load_id, invoice_number, invoice_date, amount_cents, snapshot, packet_document_id,
  created_at)
select i.company_id, c.new_invoice, c.new_id, 'C' || (500000 + c.n), i.invoice_date, i.amount_cents, i.snapshot,
  c.new_packet, i.created_at
from bench.copy c join invoices i on i.company_id = c.company_id and i.id = c.invoice_id;

drop schema bench cascade;
analyze loads, documents, invoices;
