/**
 * Pairings against the registry: the household by its number, or by village and head; the helper by name together with ID number,
 * telephone or unit. Where that leaves several people, the row waits until somebody has pointed at one of them.
 */
import { settingOf } from "#lib/domains/settings/setting.ts";
import type { Resolver } from "./resolve.ts";
import { problemIf, stagedTable, tableOf, toldAnd, unlessBad } from "./told.ts";

const MEANT = `
  select s.*, homes.ids as homes, r.values->'pairing'->>'helper_name' as helper_name, r.values->'pairing'->>'helper_phone' as helper_phone,
    r.values->'pairing'->>'helper_unit' as helper_unit, r.values->'second'->>'helper_name' as second_name, r.values->'second'->>'helper_phone' as second_phone,
    case when b.to_on <= b.from_on then null else b.from_on end as from_on, case when b.to_on > b.from_on then b.to_on end as to_on
  from staged s join import_row r on r.import_id = $1::uuid and r.row_no = s.row_no
  -- An end before its beginning has been told already; no range of days could be made of it.
  cross join lateral (select (r.values->'pairing'->>'from_on')::date as from_on, (r.values->'pairing'->>'to_on')::date as to_on) b
  left join lateral (
    select array_agg(found.id order by found.id) as ids from (
      select h.id from household h where h.household_no = s.household_no
      union all
      select h.id from household h where s.household_no is null and h.division_id = s.division_id and h.head_name = s.name) found) homes on true`;

/** People with a unit or a pairing (of herders, many share a name), or with the telephone of the row. */
const CANDIDATES = `
  select p.id, p.name, p.phone, p.unit_name, p.post, p.id_no_digest, d.name as place
  from (select helper_name as name from meant union select second_name from meant) n
  join person p on p.name = n.name join division d on d.id = p.division_id
  where p.unit_name is not null or exists (select 1 from pairing g where g.helper_id = p.id)
    or exists (select 1 from meant x where p.phone in (x.helper_phone, x.second_phone))`;

/** Best match first; how good the best is, and how many are as good. */
const bestOf = (name: string, phone: string, unit: string, digest: string) => `
  left join lateral (
    select array_agg(c.id order by c.fit desc, c.id) as ids, max(c.fit) as fit, count(*) filter (where c.fit = c.best) as as_good,
      jsonb_agg(jsonb_build_object('id', c.id, 'unit', c.unit_name, 'post', c.post, 'place', c.place, 'tail', right(c.phone, 4)) order by c.fit desc, c.id) as people
    from (
      select x.*, max(x.fit) over () as best from (
        select p.*, case when p.id_no_digest = ${digest} then 4 when p.phone = ${phone} then 3 when p.unit_name = ${unit} then 2 else 1 end as fit
        from candidate p where p.name = ${name} order by fit desc, p.id limit 20) x) c)`;

/** A certain match, the one somebody pointed at, or nobody (a new person). */
const chosen = (who: string, pick: string) => `case
  when k.picked->>'${pick}' = 'new' then null
  when k.picked->>'${pick}' is not null then (k.picked->>'${pick}')::uuid
  when ${who}.fit >= 2 and ${who}.as_good = 1 then ${who}.ids[1] end`;
const undecided = (who: string, pick: string) =>
  `k.picked->>'${pick}' is null and ${who}.ids is not null and not (${who}.fit >= 2 and ${who}.as_good = 1)`;

const KNOWN = `
  select k.*, h.id as household_id, h.head_name, h.division_id as lives_in, first.people, ${chosen("first", "helperId")} as helper_id,
    ${undecided("first", "helperId")} as ask_first, ${chosen("other", "secondId")} as second_id,
    k.second_name is not null and ${undecided("other", "secondId")} as ask_second
  from meant k
  left join household h on h.id = k.homes[1] and cardinality(k.homes) = 1
  ${bestOf("k.helper_name", "k.helper_phone", "k.helper_unit", "k.digest")} first on true
  ${bestOf("k.second_name", "k.second_phone", "null::text", "null::bytea")} other on true`;

/** Rows whose helper would have more households than the limit of his rank, with those of this file and those that he has already. */
const BURDEN = `
  with line as (
    select k.row_no, k.household_id, k.helper_id, coalesce(p.rank, r.values->'person'->>'rank') as rank,
      coalesce(k.helper_id::text, concat_ws(chr(1), k.helper_name, coalesce(k.helper_unit, ''), coalesce(k.helper_phone, ''))) as who
    from known k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no left join person p on p.id = k.helper_id
    where k.household_id is not null and (k.to_on is null or k.to_on > beijing_today())),
  helped as (
    select who, household_id from line
    union select l.who, g.household_id from (select distinct who, helper_id from line) l join pairing g on g.helper_id = l.helper_id
      where g.to_on is null or (g.to_on > beijing_today() and g.to_on > g.from_on)),
  load as (select who, count(*)::int as load from helped group by who),
  limits as (select coalesce((select value from setting where key = 'pairing-load' and from_on <= beijing_today() order by from_on desc limit 1), $2::jsonb) as value)
  select line.row_no, load.load, (limits.value->>line.rank)::int as most from line join load on load.who = line.who cross join limits
  where load.load > (limits.value->>line.rank)::int`;

/** Without a day to begin on there is nothing to compare, and PostgreSQL makes no range that ends before it begins. */
const overlaps = (one: string) => `case when k.from_on is not null and ${one}.from_on is not null
  then daterange(${one}.from_on, ${one}.to_on) && daterange(k.from_on, k.to_on) end`;

/** First helpers of the row's household other than its own; one whom another row of this file ends helps until that row's day. */
const ENDED_HERE = `
  select p.helper_name, p.from_on, coalesce((select greatest(p.from_on, f.to_on) from known f where f.household_id = k.household_id and f.helper_id = p.helper_id
      and f.from_on = p.from_on and f.to_on is not null and not f.told @> '[{"level": "error"}]' order by f.to_on limit 1), p.to_on) as to_on
  from pairing p where p.household_id = k.household_id and p.helper_id is distinct from k.helper_id and p.kind = 'FIRST_HELPER'`;

const JUDGE = `
  with judged as (
    select k.*, same.id as pairing_id, same.from_on as paired_from, same.to_on as paired_to, ${toldAnd(
      "k.told",
      [
        problemIf("k.homes is null and k.row_no = any ($2)", "householdNo", "householdElsewhere", "error"),
        problemIf(
          "k.homes is null and not k.row_no = any ($2) and (k.household_no is not null or k.division_id is not null)",
          "headName",
          "householdUnknown",
          "error",
        ),
        problemIf(
          "cardinality(k.homes) > 1",
          "householdNo",
          "householdTwice",
          "error",
          "jsonb_build_object('name', k.name)",
        ),
        problemIf(
          "k.name <> '' and k.head_name <> k.name",
          "headName",
          "headMismatch",
          "error",
          "jsonb_build_object('name', k.head_name)",
        ),
        problemIf(
          "k.ask_first",
          "helperName",
          "helperPick",
          "error",
          "jsonb_build_object('name', k.helper_name)",
        ),
        problemIf(
          "k.ask_second",
          "secondName",
          "secondPick",
          "error",
          "jsonb_build_object('name', k.second_name)",
        ),
        problemIf(
          "exists (select 1 from person p where p.id = k.helper_id and p.household_id = k.household_id)",
          "helperName",
          "helperIsMember",
          "error",
        ),
        problemIf(
          "exists (select 1 from person p join household o on o.id = p.household_id where p.id = k.helper_id and o.id <> k.household_id and o.status in ('POOR', 'PRE_EXIT', 'RETURNED'))",
          "helperName",
          "helperIsPoor",
          "error",
        ),
        problemIf(
          "exists (select 1 from person p where p.id = k.second_id and p.household_id = k.household_id)",
          "secondName",
          "helperIsMember",
          "error",
        ),
        problemIf(
          "exists (select 1 from person p join household o on o.id = p.household_id where p.id = k.second_id and o.id <> k.household_id and o.status in ('POOR', 'PRE_EXIT', 'RETURNED'))",
          "secondName",
          "helperIsPoor",
          "error",
        ),
        problemIf(
          "burden.row_no is not null",
          "helperName",
          "helperOverCap",
          "warn",
          "jsonb_build_object('name', k.helper_name, 'load', burden.load, 'limit', burden.most)",
        ),
        problemIf(
          "clash.helper_name is not null and clash.to_on is null",
          "helperName",
          "firstHelperTaken",
          "error",
          "jsonb_build_object('name', clash.helper_name, 'day', clash.from_on)",
        ),
        problemIf(
          "clash.helper_name is not null and clash.to_on is not null",
          "helperName",
          "firstHelperThen",
          "error",
          "jsonb_build_object('name', clash.helper_name, 'day', clash.from_on, 'until', clash.to_on)",
        ),
        problemIf(
          "twin.row_no is not null",
          "helperName",
          "firstHelperTwice",
          "error",
          "jsonb_build_object('row', twin.row_no)",
        ),
        problemIf(
          "same.id is not null and same.from_on <> k.from_on",
          "fromOn",
          "alreadyPaired",
          "warn",
          "jsonb_build_object('day', same.from_on)",
        ),
      ],
    )} as problems
    from known k
    left join burden on burden.row_no = k.row_no
    left join lateral (select g.id, g.from_on, g.to_on from pairing g where g.household_id = k.household_id and g.helper_id = k.helper_id
      and g.kind = 'FIRST_HELPER' and ${overlaps("g")} order by g.from_on limit 1) same on true
    left join lateral (select g.helper_name, g.from_on, g.to_on from (${ENDED_HERE}) g
      where ${overlaps("g")} order by g.from_on limit 1) clash on true
    left join lateral (select f.row_no from known f where f.household_id = k.household_id and f.row_no <> k.row_no and not f.told @> '[{"level": "error"}]'
      and ${overlaps("f")} order by f.row_no limit 1) twin on true)
  update import_row r set problems = j.problems, division_id = coalesce(j.lives_in, r.division_id), subject_id = j.pairing_id,
    values = (r.values - 'people') || case when j.ask_first then jsonb_build_object('people', j.people) else '{}' end
      || jsonb_build_object('householdId', j.household_id, 'helperId', j.helper_id, 'secondId', j.second_id),
    action = ${unlessBad("j.problems", "case when j.pairing_id is null then 'ADD' when j.paired_from = j.from_on and j.to_on is not null and j.paired_to is distinct from j.to_on then 'UPDATE' else 'SAME' end")}
  from judged j where r.import_id = $1 and r.row_no = j.row_no`;

export const resolvePairings: Resolver = async (client, record, elsewhere) => {
  await stagedTable(client, record.id);
  await tableOf(client, "meant", MEANT, ["row_no"], [record.id]);
  await tableOf(client, "candidate", CANDIDATES, ["name"]);
  await tableOf(client, "known", KNOWN, ["row_no", "household_id"]);
  await tableOf(
    client,
    "burden",
    BURDEN,
    ["row_no"],
    [record.id, JSON.stringify(settingOf("pairing-load").usual)],
  );
  await client.query(JUDGE, [record.id, elsewhere]);
};
