-- What indicators count of the industry chain. What an entity is on a day (where it sits, which villages it covers, how many full
-- members it has) is kept as dated spells, so that a change of today never rewrites a period that is over.

-- CreateTable
CREATE TABLE "industry_spell" (
    "entity_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "villages" INTEGER[],
    "full_members" INTEGER,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "industry_spell_pkey" PRIMARY KEY ("entity_id","from_on")
);

-- CreateIndex
CREATE INDEX "industry_spell_division_id_from_on_idx" ON "industry_spell"("division_id", "from_on");

-- AddForeignKey
ALTER TABLE "industry_spell" ADD CONSTRAINT "industry_spell_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "industry_entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_spell" ADD CONSTRAINT "industry_spell_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table industry_spell add constraint industry_spell_days check (to_on is null or to_on > from_on),
  add constraint industry_spell_one_at_a_time exclude using gist (entity_id with =, daterange(from_on, to_on) with &&);
alter table industry_spell enable row level security;
create policy signed_in on industry_spell for select to app_rw using ((select sec.account_id()) is not null);
create policy jobs_read on industry_spell for select to app_job using (true);
create policy jobs_count on party_org_affiliation for select to app_job using (true);
grant select on industry_spell to app_rw, app_job;
grant select on party_org_affiliation to app_job;

-- Called at the end of a deed, when entity and villages are whole. What is new counts from today; the days of its opening and closing
-- are put right for all its past.
create function sec.keep_industry_spell(one uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e industry_entity;
  covered int[];
  last industry_spell;
  day date := beijing_today();
begin
  select * into e from industry_entity where id = one;
  if not found then return; end if;
  covered := array(select village_id from industry_village where entity_id = one order by village_id);
  select * into last from industry_spell where entity_id = one order by from_on desc limit 1;
  if last.entity_id is null then
    insert into industry_spell (entity_id, division_id, villages, full_members, from_on) values (one, e.division_id, covered, e.full_members, e.opened_on);
  elsif (last.division_id, last.villages, last.full_members) is distinct from (e.division_id, covered, e.full_members) then
    -- One that covered no village yet was not whole.
    if last.from_on >= day or last.villages = '{}' then
      update industry_spell set division_id = e.division_id, villages = covered, full_members = e.full_members where entity_id = one and from_on = last.from_on;
    else
      update industry_spell set to_on = day where entity_id = one and from_on = last.from_on;
      insert into industry_spell (entity_id, division_id, villages, full_members, from_on) values (one, e.division_id, covered, e.full_members, day);
    end if;
  end if;
  delete from industry_spell where entity_id = one and to_on <= e.opened_on;
  update industry_spell set from_on = e.opened_on where entity_id = one and from_on <> e.opened_on
    and from_on = (select min(s.from_on) from industry_spell s where s.entity_id = one);
  delete from industry_spell where entity_id = one and from_on >= e.closed_on;
  update industry_spell set to_on = e.closed_on where entity_id = one and to_on is distinct from e.closed_on
    and from_on = (select max(s.from_on) from industry_spell s where s.entity_id = one);
end $$;
create function sec.industry_entity_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sec.keep_industry_spell(new.id);
  return null;
end $$;
create function sec.industry_village_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sec.keep_industry_spell(case when tg_op = 'DELETE' then old.entity_id else new.entity_id end);
  return null;
end $$;
revoke all on function sec.keep_industry_spell(uuid), sec.industry_entity_kept(), sec.industry_village_kept() from public;
create constraint trigger kept after insert or update of division_id, full_members, opened_on, closed_on on industry_entity
  deferrable initially deferred for each row execute function sec.industry_entity_kept();
create constraint trigger kept after insert or update or delete on industry_village
  deferrable initially deferred for each row execute function sec.industry_village_kept();
do $$ begin perform sec.keep_industry_spell(id) from industry_entity; end $$;

-- Stock: entities that operate on a day, at their seat of that day; whether a Party organization covers them, and one of their own.
create function fact_entities(day date) returns table (division_id int, household_id uuid, entity_id uuid, covered boolean, own boolean, full_members int, waits_since date)
language sql stable as $$
  select s.division_id, null::uuid, s.entity_id, p.entity_id is not null, coalesce(p.coverage = 'OWN', false), s.full_members,
    coalesce(p.from_on, (select max(b.to_on) from industry_party b where b.entity_id = s.entity_id and b.coverage <> 'NONE' and b.to_on <= day),
      (select min(f.from_on) from industry_spell f where f.entity_id = s.entity_id))
  from industry_spell s
  left join lateral (select c.entity_id, c.coverage, c.from_on from industry_party c join party_org o on o.id = c.party_org_id
    where c.entity_id = s.entity_id and c.coverage <> 'NONE' and c.from_on <= day and (c.to_on is null or c.to_on > day)
      and (o.closed_on is null or o.closed_on > day)) p on true
  where s.from_on <= day and (s.to_on is null or s.to_on > day)
$$;

-- The village that a place is or lies in on a day; one that was merged away counts as its successor.
create function village_on(place int, day date) returns int language sql stable as $$
  select c.ancestor_id from division_closure c join division a on a.id = c.ancestor_id
  where c.node_id = place and c.from_on <= day and (c.to_on is null or c.to_on > day) and a.level = 'VILLAGE' order by c.depth desc limit 1
$$;

-- Stock: Party organizations on the industry chain on a day, and whether they are led as the rule of affiliation demands: in one
-- village by its organization; across several by the township or above that approved it, or by whom the county named in a document.
-- The villages are those of the entities that it serves; where none is registered, what was said when it was founded.
create function fact_entity_orgs(day date) returns table (division_id int, household_id uuid, org_id int, resolved boolean, waits_since date)
language sql stable as $$
  select o.division_id, null::uuid, o.id,
    coalesce(case when coalesce(v.villages = 1, o.coverage = 'ONE_VILLAGE')
      then a.basis = 'VILLAGE_LED' and l.setting = 'TERRITORIAL' and l.division_id = coalesce(v.village, village_on(o.division_id, day))
      else (a.basis = 'APPROVER_LED' and ld.level in ('TOWNSHIP', 'COUNTY', 'PREFECTURE'))
        or (a.basis = 'COUNTY_DESIGNATED' and a.document_no <> '' and a.supervising_dept <> '') end, false),
    coalesce(a.from_on, o.opened_on)
  from party_org o
  left join lateral (select nullif(count(distinct village_on(n.id, day)), 0) as villages, min(village_on(n.id, day)) as village
    from industry_party p join industry_spell s on s.entity_id = p.entity_id and s.from_on <= day and (s.to_on is null or s.to_on > day)
    cross join unnest(s.villages) n(id)
    where p.party_org_id = o.id and p.coverage in ('OWN', 'JOINT') and p.from_on <= day and (p.to_on is null or p.to_on > day)) v on true
  left join party_org_affiliation a on a.org_id = o.id and a.from_on <= day and (a.to_on is null or a.to_on > day)
  left join party_org l on l.id = a.leading_org_id
  left join division ld on ld.id = l.division_id
  where o.setting = 'ENTITY' and o.opened_on <= day and (o.closed_on is null or o.closed_on > day)
$$;

-- Stock: active households of a day, and whether an operating entity that a Party organization covers takes them along.
create function fact_led_households(day date) returns table (division_id int, household_id uuid, led boolean)
language sql stable as $$
  select h.division_id, h.household_id, exists (
    select 1 from industry_link l
    join industry_spell s on s.entity_id = l.entity_id and s.from_on <= day and (s.to_on is null or s.to_on > day)
    join industry_party p on p.entity_id = l.entity_id and p.coverage <> 'NONE' and p.from_on <= day and (p.to_on is null or p.to_on > day)
    join party_org o on o.id = p.party_org_id and (o.closed_on is null or o.closed_on > day)
    where l.household_id = h.household_id and l.from_on <= day and (l.to_on is null or l.to_on > day))
  from fact_households(day) h
$$;
revoke all on function village_on(int, date), fact_entities(date), fact_entity_orgs(date), fact_led_households(date) from public;
grant execute on function village_on(int, date), fact_entities(date), fact_entity_orgs(date), fact_led_households(date) to app_rw, app_job;

-- Marks: at the seats of the entities, at the organizations that serve them, and where their households live.
create function sec.mark_entities(ids uuid[], since date, until date) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into rollup_mark (fact, division_id, from_on, to_on)
  select distinct 'industry', places.id, since, until from (
    select s.division_id from industry_spell s where s.entity_id = any (ids)
    union select o.division_id from industry_party p join party_org o on o.id = p.party_org_id where p.entity_id = any (ids)
    union select h.division_id from industry_link l join household_spell h on h.household_id = l.household_id where l.entity_id = any (ids)) places(id)
$$;
create function mark_industry_spells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then perform sec.mark_entities(array_agg(distinct entity_id), min(from_on), case when bool_or(to_on is null) then null else max(to_on) end) from new_rows having count(*) > 0; end if;
  -- A seat that is gone stands in no row any more.
  if tg_op <> 'INSERT' then
    perform sec.mark_entities(array_agg(distinct entity_id), min(from_on), case when bool_or(to_on is null) then null else max(to_on) end) from old_rows having count(*) > 0;
    insert into rollup_mark (fact, division_id, from_on, to_on)
      select 'industry', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from old_rows group by division_id;
  end if;
  return null;
end $$;
create function mark_industry_party() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then perform sec.mark_entities(array_agg(distinct entity_id), min(from_on), case when bool_or(to_on is null) then null else max(to_on) end) from new_rows having count(*) > 0; end if;
  if tg_op <> 'INSERT' then
    perform sec.mark_entities(array_agg(distinct entity_id), min(from_on), case when bool_or(to_on is null) then null else max(to_on) end) from old_rows having count(*) > 0;
    insert into rollup_mark (fact, division_id, from_on, to_on)
      select 'industry', o.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
      from old_rows r join party_org o on o.id = r.party_org_id group by o.division_id;
  end if;
  return null;
end $$;
create function mark_industry_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'industry', s.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
    from new_rows r join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'industry', s.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
    from old_rows r join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  return null;
end $$;
-- Who leads an organization, and where one sits that leads others.
create function mark_affiliations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'industry', o.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
    from new_rows r join party_org o on o.id = r.org_id and o.setting = 'ENTITY' group by o.division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'industry', o.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
    from old_rows r join party_org o on o.id = r.org_id and o.setting = 'ENTITY' group by o.division_id; end if;
  return null;
end $$;
create function mark_orgs_opened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'industry', division_id, min(opened_on) from new_rows where setting = 'ENTITY' group by division_id;
  return null;
end $$;
create function mark_orgs_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare changed int[];
begin
  select array_agg(n.id) into changed from new_rows n join old_rows b on b.id = n.id
    where (b.setting, b.coverage, b.division_id, b.opened_on, b.closed_on) is distinct from (n.setting, n.coverage, n.division_id, n.opened_on, n.closed_on);
  if changed is null then return null; end if;
  insert into rollup_mark (fact, division_id, from_on)
    select 'industry', places.id, min(places.since) from (
      select division_id, opened_on from new_rows where id = any (changed) and setting = 'ENTITY'
      union all select division_id, opened_on from old_rows where id = any (changed) and setting = 'ENTITY'
      union all select o.division_id, a.from_on from party_org_affiliation a join party_org o on o.id = a.org_id and o.setting = 'ENTITY' where a.leading_org_id = any (changed)) places(id, since)
    group by places.id;
  perform sec.mark_entities(array_agg(distinct p.entity_id), min(p.from_on), null) from industry_party p where p.party_org_id = any (changed) having count(*) > 0;
  return null;
end $$;
create function mark_orgs_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'industry', division_id, min(opened_on) from old_rows where setting = 'ENTITY' group by division_id;
  return null;
end $$;
revoke all on function sec.mark_entities(uuid[], date, date), mark_industry_spells(), mark_industry_party(), mark_industry_links(), mark_affiliations(),
  mark_orgs_opened(), mark_orgs_changed(), mark_orgs_gone() from public;
create trigger mark_insert after insert on industry_spell referencing new table as new_rows for each statement execute function mark_industry_spells();
create trigger mark_update after update on industry_spell referencing new table as new_rows old table as old_rows for each statement execute function mark_industry_spells();
create trigger mark_delete after delete on industry_spell referencing old table as old_rows for each statement execute function mark_industry_spells();
create trigger mark_insert after insert on industry_party referencing new table as new_rows for each statement execute function mark_industry_party();
create trigger mark_update after update on industry_party referencing new table as new_rows old table as old_rows for each statement execute function mark_industry_party();
create trigger mark_delete after delete on industry_party referencing old table as old_rows for each statement execute function mark_industry_party();
create trigger mark_insert after insert on industry_link referencing new table as new_rows for each statement execute function mark_industry_links();
create trigger mark_update after update on industry_link referencing new table as new_rows old table as old_rows for each statement execute function mark_industry_links();
create trigger mark_delete after delete on industry_link referencing old table as old_rows for each statement execute function mark_industry_links();
create trigger mark_insert after insert on party_org_affiliation referencing new table as new_rows for each statement execute function mark_affiliations();
create trigger mark_update after update on party_org_affiliation referencing new table as new_rows old table as old_rows for each statement execute function mark_affiliations();
create trigger mark_delete after delete on party_org_affiliation referencing old table as old_rows for each statement execute function mark_affiliations();
create trigger mark_insert after insert on party_org referencing new table as new_rows for each statement execute function mark_orgs_opened();
create trigger mark_update after update on party_org referencing new table as new_rows old table as old_rows for each statement execute function mark_orgs_changed();
create trigger mark_delete after delete on party_org referencing old table as old_rows for each statement execute function mark_orgs_gone();
