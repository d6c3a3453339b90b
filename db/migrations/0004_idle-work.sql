-- A submission is idle when nothing has happened to it and nothing is waited for. One that has not begun is
-- idle only when its whole login stands still: else it just waits its turn behind the others.
create or replace function platform_idle_submissions(idle_since timestamptz, at_most integer)
  returns table (company_id uuid, batch_invoice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select b.company_id, b.id from batch_invoices b
    where b.state in ('pending', 'sending', 'invoice_created', 'document_attached', 'unknown')
      and b.needs_review_since is null
      and b.state_changed_at < idle_since
      and (b.next_try_at is null or b.next_try_at < idle_since)
      and not (b.state = 'pending' and exists (
        select 1 from batch_invoices o
        where o.company_id = b.company_id and o.integration_id = b.integration_id
          and o.state_changed_at >= idle_since
      ))
    order by b.state_changed_at
    limit at_most
  $$;
--> statement-breakpoint
create function platform_idle_sync_runs(idle_since timestamptz, at_most integer)
  returns table (company_id uuid, sync_run_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.company_id, r.id from sync_runs r
    where r.finished_at is null and coalesce(r.advanced_at, r.started_at) < idle_since
    order by r.started_at
    limit at_most
  $$;
--> statement-breakpoint
revoke execute on function platform_idle_sync_runs(timestamptz, integer) from public;
--> statement-breakpoint
grant execute on function platform_idle_sync_runs(timestamptz, integer) to lading_rights;
