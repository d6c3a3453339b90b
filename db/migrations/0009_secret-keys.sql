-- For rotating the encryption key: which companies keep a secret under another key, and how many secrets each key
-- has. A ciphertext begins with the id of its key; nothing else of it is handed out.
create function platform_companies_with_secrets_not_under(current_key text, after_company uuid, at_most integer)
  returns table (company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct i.company_id from integrations i
    where i.password_ciphertext <> ''
      and split_part(i.password_ciphertext, '.', 1) <> current_key
      and i.company_id > after_company
    order by i.company_id
    limit at_most
  $$;
--> statement-breakpoint
create function platform_secrets_by_key()
  returns table (key_id text, secrets integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select split_part(i.password_ciphertext, '.', 1), count(*)::integer
    from integrations i
    where i.password_ciphertext <> ''
    group by 1
    order by 1
  $$;
--> statement-breakpoint
revoke execute on function
  platform_companies_with_secrets_not_under(text, uuid, integer), platform_secrets_by_key()
  from public;
--> statement-breakpoint
grant execute on function
  platform_companies_with_secrets_not_under(text, uuid, integer), platform_secrets_by_key()
  to lading_rights;
