-- What the plans on a prefecture of full size asked for (npm run bench prints them).

-- Once per household, helper and kind, as one key: over three columns the planner took this index for "all of a helper",
-- which reads all of it (1,100 pages each time), and every request of a helper asks that for the policies.
alter table pairing drop constraint pairing_once;
alter table pairing add constraint pairing_once
  exclude using gist ((household_id::text || helper_id::text || kind) with =, daterange(from_on, to_on) with &&);

-- The number of visits of a unit without a look at the visits: with all that the count and the policy ask.
create index visit_kept on visit (division_id, household_id) where status <> 'WITHDRAWN';

-- The list by name of the whole prefecture.
create index "household_pinyin_id_idx" on household (pinyin, id);

-- Search in one pass for all kinds, at most `lim` of each; names spelled in letters are indexed in lower case.
-- The estimate of rows keeps those who join the answer from reading their tables whole.
create or replace function sec.search(word text, grams text[], letters text, wanted text[], lim int)
returns table (kind text, subject_id text, division_id int, title text, detail text, place text, quality int)
language plpgsql stable security definer rows 40 set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach(); mine uuid[] := sec.my_households();
begin
  if sec.account_id() is null then return; end if;
  if letters <> '' then
    return query
      with spelled as materialized (
        select e.* from search_entry e where lower(e.pinyin) ~>=~ letters and lower(e.pinyin) ~<~ (letters || '~')
        union
        select e.* from search_entry e where lower(e.initials) ~>=~ letters and lower(e.initials) ~<~ (letters || '~')),
      hits as materialized (
        select e.kind, e.subject_id, e.division_id, e.title, e.detail, case when lower(e.pinyin) = letters or lower(e.initials) = letters then 0 else 1 end as quality
        from spelled e where e.kind = any (wanted) and (e.kind in ('party_org', 'division') or everything or e.division_id = any (here) or e.household_id = any (mine)))
      select f.kind, f.subject_id, f.division_id, f.title, f.detail, d.name, f.quality
      from unnest(wanted) k cross join lateral (select * from hits h where h.kind = k order by h.quality, length(h.title), h.title, h.subject_id limit lim) f
      join division d on d.id = f.division_id order by f.quality, length(f.title), f.title, f.subject_id;
  elsif cardinality(grams) > 0 then
    return query
      with hits as materialized (
        select e.kind, e.subject_id, e.division_id, e.title, e.detail, case when e.title = word then 0 when e.title ^@ word then 1 else 2 end as quality
        from search_entry e where e.grams @> search.grams and position(word in e.title) > 0
          and e.kind = any (wanted) and (e.kind in ('party_org', 'division') or everything or e.division_id = any (here) or e.household_id = any (mine)))
      select f.kind, f.subject_id, f.division_id, f.title, f.detail, d.name, f.quality
      from unnest(wanted) k cross join lateral (select * from hits h where h.kind = k order by h.quality, length(h.title), h.title, h.subject_id limit lim) f
      join division d on d.id = f.division_id order by f.quality, length(f.title), f.title, f.subject_id;
  end if;
end $$;
