-- Siblings of a closed period are compared by what was told of it; as in 0395 otherwise.
create or replace function sec.among_siblings(unit int, indicators text[], kinds text[], periods text[], days date[])
returns table (indicator text, period text, division_id int, name text, code text, part int, whole int, place int, among int, tied int)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select d.id, d.level from division d where d.id = unit and d.level in ('COUNTY', 'TOWNSHIP') and ((select sec.sees_all()) or d.id = any ((select sec.reach())::int[]))),
  asked as (select a.period, a.day from unnest(periods, days) a (period, day)),
  family as (
    select a.period, d.id, d.name, d.code, (select sec.sees_all()) or d.id = any ((select sec.reach())::int[]) as reached
    from asked a cross join own o
    join division_closure u on u.node_id = o.id and u.depth = 1 and u.from_on <= a.day and (u.to_on is null or u.to_on > a.day)
    join division_closure s on s.ancestor_id = u.ancestor_id and s.depth = 1 and s.from_on <= a.day and (s.to_on is null or s.to_on > a.day)
    join division d on d.id = s.node_id and d.level = o.level and (d.closed_on is null or d.closed_on > a.day)),
  cell as (
    select t.*, case when t.kind = 'count' or t.denominator = 0 then null
        else (case when t.kind in ('sum', 'over') then -1 else 1 end) * t.numerator::numeric / t.denominator end as worth
    from (select k.indicator, k.kind, f.*,
        case when c.period is null then r.numerator else coalesce(t.numerator, 0) end as numerator,
        case when c.period is null then r.denominator else coalesce(t.denominator, 0) end as denominator
      from family f join unnest(indicators, kinds) k (indicator, kind) on true
      left join closing c on c.period = f.period and k.indicator = any (c.indicators)
      left join closed_figure t on t.division_id = f.id and t.indicator = k.indicator and t.period = c.period
      left join rollup r on r.indicator = k.indicator and r.period = f.period and r.division_id = f.id and c.period is null) t
    where t.numerator is not null),
  placed as (
    select c.*, case when c.worth is not null then (rank() over (partition by c.indicator, c.period order by c.worth desc nulls last))::int end as place,
      (count(c.worth) over (partition by c.indicator, c.period))::int as among,
      case when c.worth is not null then (count(*) over (partition by c.indicator, c.period, c.worth))::int end as tied,
      not c.reached and (c.kind <> 'count' and c.denominator < 5
        or c.kind in ('share', 'count', 'over') and c.numerator between 1 and 4
        or c.kind = 'share' and c.denominator - c.numerator between 1 and 4) as hidden
    from cell c)
  select p.indicator, p.period, p.id, p.name, p.code, case when not p.hidden then p.numerator::int end, case when not p.hidden then p.denominator::int end, p.place, p.among, p.tied
  from placed p
$$;
