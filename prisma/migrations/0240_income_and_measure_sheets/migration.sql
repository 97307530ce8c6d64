-- Imports of income (sheet 3) and of measures (sheet 6) can be taken back, household by household and measure by measure;
-- only for the one who imported, within thirty days. What stands in a frozen year stays.

create function sec.take_back_incomes_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach(); i import;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and sheet = 'incomes'
    and status in ('DONE', 'TAKING_BACK') and published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  with traced as materialized (
    select x.household_id, x.before is null as created, t.code is null or sec.row_digest(to_jsonb(t)) <> x.after as edited
    from import_trace x left join income_item t on t.household_id = x.household_id and t.year = i.year and t.code = split_part(x.key, '|', 2)
    where x.import_id = of_import and x.tbl = 'income_item'),
  units as (select u.household_id, bool_and(u.created) as created, bool_or(u.edited) as edited from traced u group by u.household_id)
  select u.household_id, u.created, case
    when not (everything or h.division_id = any (here)) then 'BEYOND'
    when exists (select 1 from campaign_at(h.division_id, i.year) c where c.frozen_on <= (now() at time zone 'Asia/Shanghai')::date) then 'FROZEN'
    when u.edited then 'EDITED' end
  from units u join household h on h.id = u.household_id;
end $$;

create function sec.take_back_incomes(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  -- Nobody writes the income of a household between the judgement and the deed.
  perform 1 from household h where h.id in (select p.unit from sec.take_back_incomes_plan(of_import) p) order by h.id for update;
  create temp table incomes_going on commit drop as select * from sec.take_back_incomes_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from incomes_going;
  update import_trace x set stays = g.stays from incomes_going g
    where x.import_id = of_import and g.stays is not null and x.tbl = 'income_item' and x.household_id = g.unit;
  create temp table incomes_back on commit drop as
    select x.household_id, split_part(x.key, '|', 2) as code, (x.before->>'amount_fen')::bigint as fen, (x.before->>'import_id')::uuid as from_import
    from import_trace x join incomes_going g on g.unit = x.household_id and g.stays is null where x.import_id = of_import and x.tbl = 'income_item';

  insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'household', t.household_id::text, t.division_id, t.household_id, 'income.' || t.code,
      case when t.amount_fen % 100 = 0 then (t.amount_fen / 100)::text else to_char(t.amount_fen / 100.0, 'FM999999999999990.00') end,
      case when b.fen % 100 = 0 then (b.fen / 100)::text else to_char(b.fen / 100.0, 'FM999999999999990.00') end
    from incomes_back b join income_item t on t.household_id = b.household_id and t.year = i.year and t.code = b.code;
  update income_item t set amount_fen = b.fen, import_id = b.from_import from incomes_back b
    where b.fen is not null and t.household_id = b.household_id and t.year = i.year and t.code = b.code;
  delete from income_item t using incomes_back b where b.fen is null and t.household_id = b.household_id and t.year = i.year and t.code = b.code;
  -- Where no source is left, the figure per head is again the one that was reported before.
  update household_year y set income_per_head_fen = (x.before->>'income_per_head_fen')::bigint
    from import_trace x join incomes_going g on g.unit = x.household_id and g.stays is null
    where x.import_id = of_import and x.tbl = 'household_year' and x.before is not null and y.household_id = x.household_id and y.year = i.year
      and not exists (select 1 from income_item t where t.household_id = y.household_id and t.year = y.year);
  update household h set income_per_head_fen = (x.before->>'income_per_head_fen')::bigint
    from import_trace x join incomes_going g on g.unit = x.household_id and g.stays is null
    where x.import_id = of_import and x.tbl = 'household' and x.before is not null and h.id = x.household_id
      and not exists (select 1 from income_item t where t.household_id = h.id and t.year = i.year);
end $$;

create function sec.take_back_measures_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  perform 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'measures'
    and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  select m.id, x.before is null, case
    when not (everything or m.division_id = any (here)) then 'BEYOND'
    when sec.row_digest(to_jsonb(m)) <> x.after then 'EDITED' end
  from import_trace x join measure m on m.id = split_part(x.key, '|', 2)::uuid where x.import_id = of_import and x.tbl = 'measure';
end $$;

create function sec.take_back_measures(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from measure m where m.id in (select p.unit from sec.take_back_measures_plan(of_import) p) order by m.id for update;
  create temp table measures_going on commit drop as select * from sec.take_back_measures_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from measures_going;
  update import_trace x set stays = g.stays from measures_going g
    where x.import_id = of_import and g.stays is not null and x.tbl = 'measure' and split_part(x.key, '|', 2) = g.unit::text;

  insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'measure', m.id::text, m.division_id, m.household_id,
      'measure', m.year || ' ' || m.project, null
    from measures_going g join measure m on m.id = g.unit where g.stays is null and g.created;
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'measure', m.id::text, m.division_id, m.household_id,
      'measure.' || left(now_is.key, 1) || regexp_replace(substr(initcap(replace(now_is.key, '_', ' ')), 2), '\s', '', 'g'),
      m.project || ' ' || now_is.value, m.project || ' ' || (x.before->>now_is.key)
    from measures_going g join measure m on m.id = g.unit
    join import_trace x on x.import_id = of_import and x.tbl = 'measure' and split_part(x.key, '|', 2) = g.unit::text
    cross join lateral jsonb_each_text(to_jsonb(m)) now_is (key, value)
    where g.stays is null and not g.created and now_is.key not in ('version', 'import_id') and now_is.value is distinct from x.before->>now_is.key;
  update measure m set (unit, content, amount_fen, from_on, to_on, status, result, gain_fen, signed, version) =
      (select b.unit, b.content, b.amount_fen, b.from_on, b.to_on, b.status, b.result, b.gain_fen, b.signed, m.version + 1 from jsonb_populate_record(null::measure, x.before) b)
    from measures_going g join import_trace x on x.import_id = of_import and x.tbl = 'measure' and split_part(x.key, '|', 2) = g.unit::text
    where m.id = g.unit and g.stays is null and not g.created;
  delete from measure m using measures_going g where m.id = g.unit and g.stays is null and g.created;
end $$;

revoke all on function sec.take_back_incomes_plan(uuid), sec.take_back_incomes(uuid), sec.take_back_measures_plan(uuid), sec.take_back_measures(uuid) from public;
grant execute on function sec.take_back_incomes_plan(uuid), sec.take_back_incomes(uuid), sec.take_back_measures_plan(uuid), sec.take_back_measures(uuid) to app_rw;
