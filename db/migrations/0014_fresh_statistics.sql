-- By default PostgreSQL looks at a table anew when a tenth of it has changed. To a table of a million rows a company that
-- came since is one without rows, and a plan that is right for no rows is thousands of times too slow for its first five
-- thousand loads.
do $$
declare
  growing text;
begin
  foreach growing in array array[
    'customers', 'customer_words', 'invoicing_methods', 'credit_checks', 'credit_standings', 'loads', 'load_lines',
    'load_status_changes', 'documents', 'invoices', 'factoring_batches', 'batch_invoices', 'submission_attempts',
    'purchase_status_changes', 'sync_runs', 'audit_entries'
  ] loop
    execute format(
      'alter table %I set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 2000)', growing);
  end loop;
end
$$;
