-- A member without a post (无职) is one without a running tenure. Tenures are seen by reach, and a member may hold a post elsewhere: so
-- who of the members holds any post on a day is answered for all, by ids alone, without saying which post or where.
create function sec.members_in_post(day date) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from tenure t join party_member m on m.person_id = t.person_id
  where t.from_on <= day and (t.to_on is null or t.to_on > day) and sec.account_id() is not null
$$;
revoke all on function sec.members_in_post(date) from public;
grant execute on function sec.members_in_post(date) to app_rw;
