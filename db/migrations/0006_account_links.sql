-- Who holds a one-time link is nobody's member yet, or has no password: the link finds its company.
create function platform_find_account_link(link_token_sha256 text)
  returns table (company_id uuid, link_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.company_id, l.id from account_links l where l.token_sha256 = link_token_sha256
  $$;
--> statement-breakpoint
-- An e-mail is one person over all companies: an invitation to somebody who has an account asks for its password.
create function platform_find_account(account_email text)
  returns table (user_id uuid, password_hash text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select u.id, u.password_hash from users u where u.email = account_email
  $$;
--> statement-breakpoint
create function platform_has_company()
  returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from companies) $$;
--> statement-breakpoint
revoke execute on function
  platform_find_account_link(text), platform_find_account(text), platform_has_company()
  from public;
--> statement-breakpoint
grant execute on function
  platform_find_account_link(text), platform_find_account(text), platform_has_company()
  to lading_rights;
