-- Organizations and divisions are found with a plan that is kept: planning took longer than looking. Known to everybody, they are told with
-- the unit above and whether they are closed, so that nothing below a policy has to be planned around them.

create function sec.find_known(words text[], pieces text[], spelled text[], kinds text[], limits int[], numbers int[])
returns table (asked int, kind text, subject_id text, division_id int, title text, detail text, place text, quality int, closed boolean)
language plpgsql stable security definer rows 40 set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  everything boolean := sec.sees_all();
  here int[] := case when everything then '{}' else sec.reach() end;
  above constant text := chr(1114111); -- stands behind every character
  way int; sought text; lim int; word text; letters text; sought_grams text[];
begin
  if not everything and sec.account_id() is null then return; end if;
  for way in 1 .. cardinality(words) loop
    word := words[way]; letters := spelled[way]; sought_grams := string_to_array(pieces[way], ' '); lim := limits[way];
    foreach sought in array string_to_array(kinds[way], ' ') loop
      -- Ranked whole, one's own area first: few bear the same piece of a name, however many there are.
      if letters = '' and cardinality(sought_grams) > 0 then
        return query
          select numbers[way], f.kind, f.subject_id, f.division_id, f.title, f.detail, case when sought = 'division' then up.name else d.name end, f.quality,
            coalesce(case when sought = 'division' then d.closed_on else o.closed_on end is not null, false)
          from (select e.kind, e.subject_id, e.division_id, e.title, e.detail, case when e.title = word then 0 when e.title ^@ word then 1 else 2 end as quality, not (everything or e.division_id = any (here)) as far
              from search_entry e where e.kind = sought and e.grams @> sought_grams and position(word in e.title) > 0
              order by quality, far, length(e.title), e.title, e.subject_id limit lim) f
          join division d on d.id = f.division_id left join division up on sought = 'division' and up.id = d.parent_id
          left join party_org o on o.id = case when f.kind = 'party_org' then f.subject_id::int end
          order by f.quality, f.far, length(f.title), f.title, f.subject_id;
      elsif letters <> '' then
        return query
          select numbers[way], f.kind, f.subject_id, f.division_id, f.title, f.detail, case when sought = 'division' then up.name else d.name end, f.quality,
            coalesce(case when sought = 'division' then d.closed_on else o.closed_on end is not null, false)
          from (select e.kind, e.subject_id, e.division_id, e.title, e.detail, case when e.title = word or letters in (lower(e.pinyin), lower(e.initials)) then 0 else 1 end as quality, not (everything or e.division_id = any (here)) as far
              from (select e.* from search_entry e where e.kind = sought and lower(e.pinyin) ~>=~ letters and lower(e.pinyin) ~<~ (letters || above)
                union
                select e.* from search_entry e where e.kind = sought and lower(e.initials) ~>=~ letters and lower(e.initials) ~<~ (letters || above)) e
              order by quality, far, length(e.title), e.title, e.subject_id limit lim) f
          join division d on d.id = f.division_id left join division up on sought = 'division' and up.id = d.parent_id
          left join party_org o on o.id = case when f.kind = 'party_org' then f.subject_id::int end
          order by f.quality, f.far, length(f.title), f.title, f.subject_id;
      end if;
    end loop;
  end loop;
end $$;
revoke execute on function sec.find_known(text[], text[], text[], text[], int[], int[]) from public;
grant execute on function sec.find_known(text[], text[], text[], text[], int[], int[]) to app_rw;
