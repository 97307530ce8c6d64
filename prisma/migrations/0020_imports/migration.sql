-- Imports ask about whole lists at once: one look per file instead of one per row.

-- Which of these ID numbers are held by anybody, in reach or out of it: says only which, never by whom (decisions 27).
create function sec.id_numbers_known(digests bytea[]) returns setof bytea language sql stable security definer set search_path = public, pg_temp as $$
  select p.id_no_digest from person p where sec.account_id() is not null and p.id_no_digest = any (digests)
$$;
revoke all on function sec.id_numbers_known(bytea[]) from public;
grant execute on function sec.id_numbers_known(bytea[]) to app_rw;
