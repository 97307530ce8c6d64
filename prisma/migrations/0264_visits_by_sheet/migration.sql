-- Visits brought in by the record sheet (sheet 5): which import, who wrote them down for the visitor, what was asked for and what was given.
ALTER TABLE "visit" ADD COLUMN "import_id" UUID,
  ADD COLUMN "recorded_by_name" TEXT,
  ADD COLUMN "asked" TEXT,
  ADD COLUMN "help" TEXT,
  ADD COLUMN "goods" TEXT,
  ADD COLUMN "goods_fen" BIGINT;
CREATE INDEX "visit_import_id_idx" ON "visit"("import_id");
alter table visit add constraint visit_goods check (goods_fen >= 0),
  -- What came on paper is never taken for what a phone wrote down on the day.
  add constraint visit_by_sheet check (import_id is null or late);

-- Taken back by whoever imported, within thirty days: the visits are withdrawn as a single one would be, and count no more; needs that
-- they raised go, unless somebody took a step since: then the visit on which it was heard stays as well.
create function sec.take_back_visits_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  perform 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'visit-record'
    and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  select v.id, true, case
    when not (everything or v.division_id = any (here)) then 'BEYOND'
    when v.status <> 'SUBMITTED' or exists (select 1 from need n join need_deed d on d.need_id = n.id where n.visit_id = v.id and d.import_id is distinct from of_import) then 'EDITED' end
  from visit v where v.import_id = of_import and v.status <> 'WITHDRAWN';
end $$;

create function sec.take_back_visits(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from visit v where v.import_id = of_import order by v.id for update;
  create temp table visits_going on commit drop as select * from sec.take_back_visits_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from visits_going;
  insert into import_trace (import_id, tbl, key, after, stays) select of_import, 'visit', g.unit::text, '', g.stays from visits_going g where g.stays is not null;
  insert into rollup_mark (fact, division_id, from_on) select 'needs', n.counted_in, min(n.first_due_on) from need n join visits_going g on g.unit = n.visit_id and g.stays is null where n.import_id = of_import group by 1, 2;
  delete from need_deed d using need n, visits_going g where d.need_id = n.id and n.visit_id = g.unit and n.import_id = of_import and g.stays is null;
  delete from need n using visits_going g where n.visit_id = g.unit and n.import_id = of_import and g.stays is null;
  update visit v set status = 'WITHDRAWN', version = version + 1 from visits_going g where v.id = g.unit and g.stays is null;
  update visit_visitor w set counts = false from visits_going g where w.visit_id = g.unit and g.stays is null;
  update household h set last_visit_on = (select max(v.visited_on) from visit v where v.household_id = h.id and v.status in ('SUBMITTED', 'CONFIRMED'))
  where h.id in (select v.household_id from visit v join visits_going g on g.unit = v.id and g.stays is null);
end $$;
revoke all on function sec.take_back_visits_plan(uuid), sec.take_back_visits(uuid) from public;
grant execute on function sec.take_back_visits_plan(uuid), sec.take_back_visits(uuid) to app_rw;
