-- A UUIDv7 as it would have been made at a time: `kind` and `n` in place of chance make it the same in every run.
create function bench.id(kind int, made timestamptz, n bigint) returns uuid
language sql immutable parallel safe as $$
  select (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
    || '8' || lpad(to_hex(n), 15, '0'))::uuid
$$;

-- A number from 0 to 1 that looks like chance.
create function bench.chance(n bigint) returns float8
language sql immutable parallel safe as $$
  select ((n * 2654435761) % 1000003)::float8 / 1000003
$$;

-- The text of a typed id: the uuid's 128 bits in Crockford's base 32, behind the prefix. In PL/pgSQL, which is ten times
-- as fast for a million rows as a query in a function.
create function bench.typeid(prefix text, id uuid) returns text
language plpgsql immutable parallel safe as $$
declare
  hex constant text := replace(id::text, '-', '');
  hi constant bigint := ('x' || left(hex, 16))::bit(64)::bigint;
  lo constant bigint := ('x' || right(hex, 16))::bit(64)::bigint;
  a constant text := '0123456789abcdefghjkmnpqrstvwxyz';
begin
  return prefix || '_'
    || substr(a, (hi >> 61 & 7)::int + 1, 1) || substr(a, (hi >> 56 & 31)::int + 1, 1) || substr(a, (hi >> 51 & 31)::int + 1, 1)
    || substr(a, (hi >> 46 & 31)::int + 1, 1) || substr(a, (hi >> 41 & 31)::int + 1, 1) || substr(a, (hi >> 36 & 31)::int + 1, 1)
    || substr(a, (hi >> 31 & 31)::int + 1, 1) || substr(a, (hi >> 26 & 31)::int + 1, 1) || substr(a, (hi >> 21 & 31)::int + 1, 1)
    || substr(a, (hi >> 16 & 31)::int + 1, 1) || substr(a, (hi >> 11 & 31)::int + 1, 1) || substr(a, (hi >> 6 & 31)::int + 1, 1)
    || substr(a, (hi >> 1 & 31)::int + 1, 1) || substr(a, ((hi & 1) << 4 | (lo >> 60 & 15))::int + 1, 1) || substr(a, (lo >> 55 & 31)::int + 1, 1)
    || substr(a, (lo >> 50 & 31)::int + 1, 1) || substr(a, (lo >> 45 & 31)::int + 1, 1) || substr(a, (lo >> 40 & 31)::int + 1, 1)
    || substr(a, (lo >> 35 & 31)::int + 1, 1) || substr(a, (lo >> 30 & 31)::int + 1, 1) || substr(a, (lo >> 25 & 31)::int + 1, 1)
    || substr(a, (lo >> 20 & 31)::int + 1, 1) || substr(a, (lo >> 15 & 31)::int + 1, 1) || substr(a, (lo >> 10 & 31)::int + 1, 1)
    || substr(a, (lo >> 5 & 31)::int + 1, 1) || substr(a, (lo >> 0 & 31)::int + 1, 1);
end
$$;

create unlogged table bench.company as
select
  no,
  loads,
  loads / per_customer as customers,
  sum(loads) over (order by no) - loads as before,
  timestamptz '2021-11-21 06:00Z' as since,
  timestamptz '2026-11-20 18:00Z' as until,
  bench.id(1, '2021-11-20 00:00Z', no) as id
from bench.size;

insert into companies (id, name, time_zone, created_at)
select id, 'Carrier ' || no, 'America/Chicago', since from bench.company;

create unlogged table bench.person as
select c.no, c.id as company_id, person, bench.id(2, c.since, c.no * 100 + person) as id
from bench.company c, generate_series(0, 5) person;

insert into users (id, email, name, password_hash, created_at)
select id, 'person' || person || '@carrier' || no || '.example', (array['Ana Ruiz', 'Ben Ortiz', 'Cleo Hart',
  'Dev Shah', 'Eve Lund', 'Finn Moe'])[person + 1], 'none', '2021-11-21'
from bench.person;

insert into memberships (company_id, user_id, role, billing, created_at)
select company_id, id, case when person = 0 then 'admin' else 'member' end::role, person < 3, '2021-11-21'
from bench.person;

create unlogged table bench.subsidiary as
select c.no, c.id as company_id, part, bench.id(3, c.since, c.no * 100 + part) as id,
  bench.id(4, c.since, c.no * 100 + part) as integration_id
from bench.company c, generate_series(0, 1) part;

insert into subsidiaries (company_id, id, name, usdot_number, mc_number, time_zone)
select company_id, id, (array['North Line', 'South Line'])[part + 1], (2000000 + no * 10 + part)::text,
  (700000 + no * 10 + part)::text, 'America/Chicago'
from bench.subsidiary;

insert into integrations (company_id, id, subsidiary_id, status, username, password_ciphertext, saved_by, saved_at,
  last_success_at)
select s.company_id, s.integration_id, s.id, 'active', 'desk' || s.no || '@carrier.example', '', p.id,
  '2021-11-21', '2026-11-20'
from bench.subsidiary s join bench.person p on p.no = s.no and p.person = 0;
