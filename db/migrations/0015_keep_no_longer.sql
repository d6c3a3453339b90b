ALTER TABLE "imports" ADD COLUMN "revived_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "imports_running" ON "imports" USING btree ("started_at") WHERE status = 'running' and revived_at is null;--> statement-breakpoint
CREATE INDEX "account_links_closed" ON "account_links" USING btree ("expires_at") WHERE used_at is not null or withdrawn_at is not null or kind = 'password_reset';--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("sent_at") WHERE sent_at is not null;--> statement-breakpoint
-- What nobody asks for any more, at most so many rows of each kind at a time: events that were sent long ago, sign-ins
-- that are over, and one-time links that open nothing. Rows that somebody holds are left to the next
-- time. By ctid, so that no plan reads a table from end to end.
create function platform_drop_old_rows(sent_before timestamptz, ended_before timestamptz, at_most integer)
  returns table (events_dropped integer, sessions_dropped integer, links_dropped integer)
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    with gone_events as (
      delete from outbox where ctid = any(array(
        select ctid from outbox where sent_at < sent_before
        order by sent_at limit at_most for update skip locked
      ))
      returning 1
    ), gone_sessions as (
      delete from sessions where ctid = any(array(
        select ctid from sessions where expires_at < ended_before
        order by expires_at limit at_most for update skip locked
      ))
      returning 1
    ), gone_links as (
      delete from account_links where ctid = any(array(
        select ctid from account_links
        where (used_at is not null or withdrawn_at is not null or kind = 'password_reset')
          and expires_at < ended_before
        order by expires_at limit at_most for update skip locked
      ))
      returning 1
    )
    select (select count(*) from gone_events)::integer, (select count(*) from gone_sessions)::integer,
      (select count(*) from gone_links)::integer
  $$;
--> statement-breakpoint
-- Imports that are said to run though their run must be lost, and that were not set going again yet.
create function platform_lost_imports(started_before timestamptz, at_most integer)
  returns table (company_id uuid, import_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select i.company_id, i.id from imports i
    where i.status = 'running' and i.revived_at is null and i.started_at < started_before
    order by i.started_at
    limit at_most
  $$;
--> statement-breakpoint
revoke execute on function
  platform_drop_old_rows(timestamptz, timestamptz, integer), platform_lost_imports(timestamptz, integer)
  from public;
--> statement-breakpoint
grant execute on function
  platform_drop_old_rows(timestamptz, timestamptz, integer), platform_lost_imports(timestamptz, integer)
  to lading_rights;
