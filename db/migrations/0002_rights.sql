grant usage on schema public to lading_rights;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to lading_rights;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to lading_rights;
--> statement-breakpoint
-- What has happened is not rewritten: history and audit can be added to, never changed.
revoke update, delete on audit_entries, load_status_changes, purchase_status_changes from lading_rights;
--> statement-breakpoint
-- The only ways across companies. Each runs as the owner of the tables and hands out the least it can;
-- db/queries/across-companies.ts is their only caller.
create function platform_find_login(login_email text)
  returns table (user_id uuid, password_hash text, company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select u.id, u.password_hash, m.company_id
    from users u join memberships m on m.user_id = u.id and m.deactivated_at is null
    where u.email = login_email
    order by m.created_at desc
    limit 1
  $$;
--> statement-breakpoint
create function platform_companies_with_otr()
  returns table (company_id uuid, time_zone text, last_night_of date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.id, c.time_zone, (select max(r.night_of) from sync_runs r where r.company_id = c.id)
    from companies c
    where exists (
      select 1 from integrations i where i.company_id = c.id and i.status in ('active', 'unverified')
    )
  $$;
--> statement-breakpoint
create function platform_unsent_events(older_than timestamptz, at_most integer)
  returns table (company_id uuid, event_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.company_id, o.id from outbox o
    where o.sent_at is null and o.created_at < older_than
    order by o.created_at
    limit at_most
  $$;
--> statement-breakpoint
create function platform_idle_submissions(idle_since timestamptz, at_most integer)
  returns table (company_id uuid, batch_invoice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select b.company_id, b.id from batch_invoices b
    where b.state in ('pending', 'sending', 'invoice_created', 'document_attached', 'unknown')
      and b.needs_review_since is null
      and b.state_changed_at < idle_since
    order by b.state_changed_at
    limit at_most
  $$;
--> statement-breakpoint
revoke execute on function
  platform_find_login(text), platform_companies_with_otr(),
  platform_unsent_events(timestamptz, integer), platform_idle_submissions(timestamptz, integer)
  from public;
--> statement-breakpoint
grant execute on function
  platform_find_login(text), platform_companies_with_otr(),
  platform_unsent_events(timestamptz, integer), platform_idle_submissions(timestamptz, integer)
  to lading_rights;
