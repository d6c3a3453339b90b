-- Somebody in several companies signs in where they were last: joined, or signed in.
create or replace function platform_find_login(login_email text)
  returns table (user_id uuid, password_hash text, company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select u.id, u.password_hash, m.company_id
    from users u join memberships m on m.user_id = u.id and m.deactivated_at is null
    where u.email = login_email
    order by greatest(m.created_at, (
      select max(s.created_at) from sessions s where s.company_id = m.company_id and s.user_id = m.user_id
    )) desc
    limit 1
  $$;
--> statement-breakpoint
-- A password opens every company of its owner, so no single company may reset it for somebody in several.
create function platform_belongs_elsewhere(member_id uuid, this_company_id uuid)
  returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select 1 from memberships m where m.user_id = member_id and m.company_id <> this_company_id
    )
  $$;
--> statement-breakpoint
-- Whose password was changed is signed out in every company, apart from the session that changed it.
create function platform_end_sessions(member_id uuid, ended_at timestamptz, kept_session_id uuid)
  returns table (company_id uuid)
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    with ended as (
      update sessions s set revoked_at = ended_at
      where (s.company_id, s.user_id) in (
          select m.company_id, m.user_id from memberships m where m.user_id = member_id
        )
        and s.revoked_at is null
        and s.id is distinct from kept_session_id
      returning s.company_id
    )
    select distinct ended.company_id from ended
  $$;
--> statement-breakpoint
-- The companies a person may switch to: their own active memberships.
create function platform_companies_of(member_id uuid)
  returns table (company_id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.id, c.name from memberships m join companies c on c.id = m.company_id
    where m.user_id = member_id and m.deactivated_at is null
    order by c.name
  $$;
--> statement-breakpoint
revoke execute on function
  platform_belongs_elsewhere(uuid, uuid), platform_end_sessions(uuid, timestamptz, uuid),
  platform_companies_of(uuid)
  from public;
--> statement-breakpoint
grant execute on function
  platform_belongs_elsewhere(uuid, uuid), platform_end_sessions(uuid, timestamptz, uuid),
  platform_companies_of(uuid)
  to lading_rights;
