-- Which account names beginning like these are taken, also out of sight: a list of new accounts must not stumble over them one by one.
create function sec.usernames_like(bases text[]) returns table (username text) language sql stable security definer set search_path = public, pg_temp as $$
  select distinct a.username from unnest(bases) b join account a on a.username ^@ b
  where b <> '' and cardinality(sec.account_reach()) > 0 and cardinality(bases) <= 1000
$$;
revoke all on function sec.usernames_like(text[]) from public;
grant execute on function sec.usernames_like(text[]) to app_rw;
