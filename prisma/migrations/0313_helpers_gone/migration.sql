-- Pairings that stand in the register though their helper is gone in substance: rosters, accounts, teams and lives say so, of which whoever
-- looks after the household may see nothing. So it is told by the pairing alone, within the asker's reach, and by one word.
create function sec.helpers_gone(day date) returns table (pairing_id uuid, why text, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  with gone as (
    select c.person_id, null::int as place, 'DIED' as why, c.happened_on as since, 1 as rank from life_change c join life_event e on e.id = c.event_id
      where e.kind = 'MEMBER_OUT' and e.reason = 'DEATH' and not c.undone and c.kind = 'OUT' and c.happened_on <= day
    union all
    select m.person_id, null, case m.status when 'DIED' then 'DIED' when 'OUT' then 'LEFT' else 'EXPELLED' end, m.status_on, 2 from party_member m
      where m.status <> 'ACTIVE' and m.status_on <= day
    union all
    select t.person_id, t.division_id, 'TEAM', max(t.to_on), 3 from team_member t
      where t.ended in ('TERM_OVER', 'TRANSFERRED', 'RECALLED') and t.to_on <= day
        and not exists (select 1 from team_member r where r.person_id = t.person_id and r.from_on <= day and (r.to_on is null or r.to_on > day))
      group by t.person_id, t.division_id
    union all
    select a.person_id, null, 'ACCOUNT', null, 4 from account a where a.person_id is not null group by a.person_id having bool_and(a.status = 'DISABLED')
    union all
    select p.id, null, 'POOR', s.from_on, 5 from household_spell s join person p on p.household_id = s.household_id
      where s.status in ('POOR', 'PRE_EXIT', 'RETURNED') and s.from_on <= day and (s.to_on is null or s.to_on > day)
        and exists (select 1 from pairing g where g.helper_id = p.id))
  select distinct on (g.id) g.id, x.why, x.since from gone x
  join pairing g on g.helper_id = x.person_id and g.from_on <= day and (g.to_on is null or g.to_on > day) and (x.place is null or x.place = g.division_id)
    and (x.since is null or x.since >= g.from_on)
  where (select sec.sees_all()) or g.division_id in (select unnest(sec.reach()))
  order by g.id, x.rank
$$;
revoke all on function sec.helpers_gone(date) from public;
grant execute on function sec.helpers_gone(date) to app_rw;
