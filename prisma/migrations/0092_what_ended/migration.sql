-- The clock tells people what ended: it reads the requests for files, and knows who still comes here.
create policy jobs_read on export for select to app_job using (true);
grant select (id, account_id, status, decided_by, decided_name, decided_at) on export to app_job;

-- Who gets a digest: active accounts that signed in within six weeks. The job role reads no accounts otherwise.
create function sec.digest_accounts() returns setof int language sql stable security definer set search_path = public, pg_temp as $$
  select id from account where status = 'ACTIVE' and last_sign_in_at > now() - interval '42 days'
$$;
revoke all on function sec.digest_accounts() from public;
grant execute on function sec.digest_accounts() to app_job;
create index job_digest on job (account_id, (payload ->> 'day')) where kind = 'inbox.digest';
create index job_ended on job (finished_at) where kind like 'imports.%';
