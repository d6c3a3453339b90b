insert into documents (company_id, id, load_id, kind, file_name, content_type, byte_size, sha256, page_count, created_at)
select company_id, document_id, id, 'packet'::document_kind, 'packet-' || k || '.pdf', 'application/pdf', 200000 + k % 900000,
  md5(n::text) || md5((-n)::text), 3, made
from bench.load where r >= 800
union all
select company_id, bench.id(9, made + interval '3 days', n), id, 'proof_of_delivery'::document_kind, 'pod-' || k || '.pdf', 'application/pdf', 90000,
  md5(n::text) || md5(n::text), 1, made
from bench.load where r between 400 and 4800;

insert into invoices (company_id, id, load_id, invoice_number, invoice_date, amount_cents, snapshot, packet_document_id,
  created_at)
select company_id, invoice_id, id, (500000 + k)::text, (made + interval '3 days')::date, cents,
  '{"billTo": {"name": "", "street": "", "city": "", "state": "", "zip": ""}, "lines": [], "remitTo": "", "paymentTerms": "", "footer": ""}',
  case when r >= 2840 or k % 20 <> 0 then document_id end, made
from bench.load where r >= 800;
