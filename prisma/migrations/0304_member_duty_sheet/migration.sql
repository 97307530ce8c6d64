-- The sheet of duties of members without a post (sheet 12) comes in and can be taken back, member by member.
ALTER TABLE "duty_post" ADD COLUMN "import_id" UUID;
ALTER TABLE "duty_holding" ADD COLUMN "import_id" UUID;
ALTER TABLE "duty_review" ADD COLUMN "import_id" UUID;
CREATE INDEX "duty_post_import_id_idx" ON "duty_post"("import_id");
CREATE INDEX "duty_holding_import_id_idx" ON "duty_holding"("import_id");
CREATE INDEX "duty_review_import_id_idx" ON "duty_review"("import_id");

-- Who came with the sheet holds nothing any more, a post that it set goes when nobody holds it, a judgement that it brought goes. A holding
-- that ended or was judged by somebody since stays. Only for the one who imported, within thirty days.
create function sec.take_back_duties_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach(); i import;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and sheet = 'member-duties'
    and status in ('DONE', 'TAKING_BACK') and published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  select h.id, h.import_id is not distinct from of_import, case
    when not (everything or h.division_id = any (here)) then 'BEYOND'
    when h.import_id = of_import and (h.status <> 'SIGNED' or exists (select 1 from duty_review v where v.holding_id = h.id and v.import_id is distinct from of_import)) then 'EDITED'
    when exists (select 1 from duty_review v where v.holding_id = h.id and v.import_id = of_import and v.created_at > i.published_at) then 'EDITED' end
  from duty_holding h where h.import_id = of_import or exists (select 1 from duty_review v where v.holding_id = h.id and v.import_id = of_import);
end $$;

create function sec.take_back_duties(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from duty_holding h where h.id in (select p.unit from sec.take_back_duties_plan(of_import) p) order by h.id for update;
  create temp table duties_going on commit drop as select * from sec.take_back_duties_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from duties_going;
  insert into import_trace (import_id, tbl, key, after, stays) select of_import, 'duty_holding', g.unit::text, '', g.stays from duties_going g where g.stays is not null;
  -- The roll-ups forget them as well.
  insert into rollup_mark (fact, division_id, from_on) select 'memberDuties', s.division_id, min(h.signed_on) from duty_holding h join duties_going g on g.unit = h.id and g.stays is null and g.created
    join party_membership s on s.member_id = h.member_id group by s.division_id;
  delete from duty_review v using duties_going g where v.holding_id = g.unit and v.import_id = of_import and g.stays is null;
  delete from duty_holding h using duties_going g where h.id = g.unit and g.stays is null and g.created;
  delete from duty_post p where p.import_id = of_import and not exists (select 1 from duty_holding h where h.post_id = p.id);
end $$;
revoke all on function sec.take_back_duties_plan(uuid), sec.take_back_duties(uuid) from public;
grant execute on function sec.take_back_duties_plan(uuid), sec.take_back_duties(uuid) to app_rw;
