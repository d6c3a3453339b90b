-- The company of the current transaction. Row-level security compares every row with it; where none was
-- named it is null, which equals nothing.
create function current_company_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;
--> statement-breakpoint
-- The rights of the app. Login roles are members of it (db/app-role.ts); it owns nothing.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'lading_rights') then
    create role lading_rights nologin nobypassrls;
  end if;
end
$$;
