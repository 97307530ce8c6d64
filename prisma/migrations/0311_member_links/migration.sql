-- R2.2: Party members who are able to, and whether one or more households are linked to each of them.

-- Do probationary members count? Unless the office says so, they do not.
create function probation_links(day date) returns boolean language sql stable as $$
  select coalesce((select value #>> '{}' = 'yes' from setting where key = 'link-probation' and from_on <= day order by from_on desc limit 1), false)
$$;

-- The households linked to somebody on a day, and when the last link of all ended: wherever the household lives, so it is asked with its
-- owner's rights, of each person in reach. Who sees everything, as jobs do, asks the table itself.
create function member_links_of(person uuid, day date) returns table (links int, since date) language sql stable as $$
  select count(*) filter (where p.to_on is null or p.to_on > day)::int, max(p.to_on) filter (where p.to_on <= day)
  from pairing p where p.helper_id = person and p.kind = 'PARTY_MEMBER_LINK' and p.from_on <= day and (p.to_on is null or p.to_on > p.from_on)
$$;
create function sec.member_links(person uuid, day date) returns table (links int, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.* from member_links_of(person, day) s
$$;
create function links_of(person uuid, day date) returns table (links int, since date) language sql stable as $$
  select s.* from member_links_of(person, day) s where current_user <> 'app_rw' or (select sec.sees_all())
  union all select s.* from sec.member_links(person, day) s where current_user = 'app_rw' and not (select sec.sees_all())
$$;

-- Stock: who stands in a roster on the day and is able to: neither incapable (失能) nor away (流动).
create function fact_member_links(day date) returns table (division_id int, household_id uuid, person_id uuid, linked boolean, links int, since date)
language sql stable as $$
  select s.division_id, null::uuid, m.person_id, l.links > 0, l.links, l.since
  from party_membership s join party_member m on m.id = s.member_id cross join lateral links_of(m.person_id, day) l
  where s.from_on <= day and (s.to_on is null or s.to_on > day) and (m.full_on <= day or (select probation_links(day)))
    and not exists (select 1 from party_member_flag f where f.member_id = m.id and f.flag in ('DISABLED', 'MOBILE')
      and f.from_on <= day and (f.to_on is null or f.to_on > day))
$$;
revoke all on function probation_links(date), member_links_of(uuid, date), sec.member_links(uuid, date), links_of(uuid, date), fact_member_links(date) from public;
grant execute on function probation_links(date), member_links_of(uuid, date), sec.member_links(uuid, date), links_of(uuid, date), fact_member_links(date) to app_rw, app_job;

-- Marks: where the helper of a link stands or stood in a roster; where a member of whom something else holds now does.
create function mark_member_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'links', s.division_id, min(r.from_on) from new_rows r join party_member m on m.person_id = r.helper_id
    join party_membership s on s.member_id = m.id where r.kind = 'PARTY_MEMBER_LINK' group by s.division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on)
    select 'links', s.division_id, min(r.from_on) from old_rows r join party_member m on m.person_id = r.helper_id
    join party_membership s on s.member_id = m.id where r.kind = 'PARTY_MEMBER_LINK' group by s.division_id; end if;
  return null;
end $$;
create function mark_member_flags() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'links', s.division_id, min(r.from_on) from new_rows r join party_membership s on s.member_id = r.member_id
    where r.flag in ('DISABLED', 'MOBILE') group by s.division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on)
    select 'links', s.division_id, min(r.from_on) from old_rows r join party_membership s on s.member_id = r.member_id
    where r.flag in ('DISABLED', 'MOBILE') group by s.division_id; end if;
  return null;
end $$;
create function mark_members_full() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'links', s.division_id, min(s.from_on) from new_rows n join old_rows o on o.id = n.id and (o.full_on, o.person_id) is distinct from (n.full_on, n.person_id)
    join party_membership s on s.member_id = n.id group by s.division_id;
  return null;
end $$;
create function mark_probation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'probation', d.id, min(r.from_on) from new_rows r cross join division d where r.key = 'link-probation' and d.level = 'PREFECTURE' group by d.id;
  return null;
end $$;
revoke all on function mark_member_links(), mark_member_flags(), mark_members_full(), mark_probation() from public;
create trigger mark_links_insert after insert on pairing referencing new table as new_rows for each statement execute function mark_member_links();
create trigger mark_links_update after update on pairing referencing new table as new_rows old table as old_rows for each statement execute function mark_member_links();
create trigger mark_links_insert after insert on party_member_flag referencing new table as new_rows for each statement execute function mark_member_flags();
create trigger mark_links_update after update on party_member_flag referencing new table as new_rows old table as old_rows for each statement execute function mark_member_flags();
create trigger mark_links_full after update on party_member referencing new table as new_rows old table as old_rows for each statement execute function mark_members_full();
create trigger mark_probation_insert after insert on setting referencing new table as new_rows for each statement execute function mark_probation();
create trigger mark_probation_update after update on setting referencing new table as new_rows for each statement execute function mark_probation();
