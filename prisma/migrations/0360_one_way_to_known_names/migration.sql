-- Organizations and divisions have one way to be found, sec.find_known; this one is left with families and people.

create or replace function sec.search(word text, grams text[], letters text, wanted text[], lim int)
returns table (kind text, subject_id text, division_id int, title text, detail text, place text, quality int)
language plpgsql stable security definer rows 40 set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  everything boolean := sec.sees_all();
  here int[] := case when everything then '{}' else sec.reach() end;
  mine uuid[] := case when everything then '{}' else sec.my_households() end;
  narrow boolean := not everything and cardinality(here) <= 3; -- a village's names are sooner read than looked for
  above constant text := chr(1114111); -- stands behind every character
  sought text; short int; found int;
begin
  if (not everything and sec.account_id() is null) or (letters = '' and cardinality(grams) = 0) then return; end if;
  foreach sought in array wanted loop
    if narrow then
      return query
        select e.kind, e.subject_id, e.division_id, e.title, e.detail, d.name, q.quality
        from search_entry e join division d on d.id = e.division_id
        cross join lateral (select case when e.title = word or letters <> '' and letters in (lower(e.pinyin), lower(e.initials)) then 0 when letters <> '' or e.title ^@ word then 1 else 2 end as quality) q
        where e.kind = sought and (e.division_id = any (here) or e.household_id = any (mine))
          and case when letters = '' then position(word in e.title) > 0 else lower(e.pinyin) ^@ letters or lower(e.initials) ^@ letters end
        order by q.quality, not (everything or e.division_id = any (here)), length(e.title), e.title, e.subject_id limit lim;
    elsif letters <> '' then
      return query
        with spelled as (
          (select e.subject_id from search_entry e
            where e.kind = sought and lower(e.pinyin) ~>=~ letters and lower(e.pinyin) ~<~ (letters || above)
              and (everything or e.division_id = any (here) or e.household_id = any (mine))
            order by lower(e.pinyin) using ~<~, e.subject_id limit lim)
          union
          (select e.subject_id from search_entry e
            where e.kind = sought and lower(e.initials) ~>=~ letters and lower(e.initials) ~<~ (letters || above)
              and (everything or e.division_id = any (here) or e.household_id = any (mine))
            order by lower(e.initials) using ~<~, lower(e.pinyin) using ~<~, e.subject_id limit lim))
        select e.kind, e.subject_id, e.division_id, e.title, e.detail, d.name, case when lower(e.pinyin) = letters or lower(e.initials) = letters then 0 else 1 end
        from spelled s join search_entry e on e.kind = sought and e.subject_id = s.subject_id join division d on d.id = e.division_id
        order by 7, length(e.title), e.title, e.subject_id limit lim;
    else
      return query
        select e.kind, e.subject_id, e.division_id, e.title, e.detail, d.name, case when e.title = word then 0 else 1 end
        from (select e.subject_id from search_entry e
            where e.kind = sought and e.kind in ('household', 'person') and e.title ~>=~ word and e.title ~<~ (word || above)
              and (everything or e.division_id = any (here) or e.household_id = any (mine))
            order by e.title using ~<~, e.subject_id limit lim) s
        join search_entry e on e.kind = sought and e.subject_id = s.subject_id join division d on d.id = e.division_id
        order by 7, e.title using ~<~, e.subject_id;
      get diagnostics found = row_count;
      short := lim - found;
      -- Inside a name: a few more than are missing are put in order, not all there are.
      if short > 0 then
        return query
          select i.kind, i.subject_id, i.division_id, i.title, i.detail, d.name, 2
          from (select e.* from search_entry e
              where e.kind = sought and e.grams @> search.grams and position(word in e.title) > 1
                and (everything or e.division_id = any (here) or e.household_id = any (mine)) limit 200) i
          join division d on d.id = i.division_id
          order by length(i.title), i.title, i.subject_id limit short;
      end if;
    end if;
  end loop;
end $$;
