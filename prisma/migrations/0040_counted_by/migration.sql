-- The job role notes by which declarations the roll-ups were counted, in a setting of its own; the other settings stay out of its hands.
grant insert (key, from_on, value), update (value) on setting to app_job;
create policy counted_by_note on setting for insert to app_job with check (key = 'counted-by');
create policy counted_by_renew on setting for update to app_job using (key = 'counted-by') with check (key = 'counted-by');
