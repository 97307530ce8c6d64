-- A ledger of needs (sheet 7) can be taken back, need by need, as long as nobody took a step since; only by the one who imported, within thirty days.
create function sec.take_back_needs_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  perform 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'need-ledger'
    and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  -- What was there before the ledger only went on by it: a step that was taken stands.
  select n.id, n.import_id is not distinct from of_import, case
    when not (everything or n.division_id = any (here)) then 'BEYOND'
    when n.import_id is distinct from of_import or exists (select 1 from need_deed d where d.need_id = n.id and d.import_id is distinct from of_import) then 'EDITED' end
  from need n where n.id in (select d.need_id from need_deed d where d.import_id = of_import);
end $$;

create function sec.take_back_needs(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from need n where n.id in (select p.unit from sec.take_back_needs_plan(of_import) p) order by n.id for update;
  create temp table needs_going on commit drop as select * from sec.take_back_needs_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from needs_going;
  insert into import_trace (import_id, tbl, key, after, stays) select of_import, 'need', g.unit::text, '', g.stays from needs_going g where g.stays is not null;
  -- The roll-ups forget them as well.
  insert into rollup_mark (fact, division_id, from_on) select 'needs', n.counted_in, min(n.first_due_on) from need n join needs_going g on g.unit = n.id and g.stays is null group by 1, 2;
  delete from need_deed d using needs_going g where d.need_id = g.unit and g.stays is null;
  delete from need n using needs_going g where n.id = g.unit and g.stays is null;
end $$;
revoke all on function sec.take_back_needs_plan(uuid), sec.take_back_needs(uuid) from public;
grant execute on function sec.take_back_needs_plan(uuid), sec.take_back_needs(uuid) to app_rw;
