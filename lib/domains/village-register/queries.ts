/**
 * villages.register: what is recorded of a village in one year, and what other rows tell of it on that year's last day: its registered
 * households, its Party members, the entities that cover it. For a unit above, the villages below and how much of theirs is recorded.
 */
import { textOfFact } from "#lib/base/fact-field.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { RegisterAsked } from "./input.ts";
import { VILLAGE_FACTS } from "./village-columns.ts";

export type PartyHalf = {
  members: number;
  probationary: number;
  women: number;
  youngest: number;
  oldest: number;
  college: number;
  admitted: number;
  averageAge: number | null;
  weakCause: string | null;
};
export type Counted = { poor: number; exited: number; people: number; cooperatives: number };
export type Below = { id: number; name: string; filled: number };
export type VillageRegister = {
  id: number;
  name: string;
  level: string;
  year: number;
  years: number[];
  version: number;
  texts: Record<string, string>;
  party: PartyHalf;
  counted: Counted;
  below: Below[];
  facts: number;
};

type Unit = { id: number; name: string; level: string };

export const villageRegister = query({
  name: "villages.register",
  input: RegisterAsked,
  run: async (scope, { id, year }): Promise<VillageRegister> => {
    const { sql, viewer, today } = scope;
    const [unit] = await sql<Unit>`select id, name, level from division where id = ${id}`;
    if (!unit || !reaches(viewer, unit.id)) throw notFound();
    const thisYear = Number(today.slice(0, 4));
    const asked = year ?? thisYear;
    const day = asked >= thisYear ? today : `${asked}-12-31`;
    const [kept] = await sql<{ row: Record<string, unknown>; version: number }>`
      select to_jsonb(y) as row, version from village_year y where y.division_id = ${id} and y.year = ${asked}`;
    const told = await sql<{
      year: number;
    }>`select year from village_year where division_id = ${id} order by year desc`;
    return {
      ...unit,
      year: asked,
      years: [...new Set([thisYear, thisYear - 1, asked, ...told.map((one) => one.year)])].sort(
        (a, b) => b - a,
      ),
      version: kept?.version ?? 0,
      texts: Object.fromEntries(
        VILLAGE_FACTS.map((fact) => [fact.key, textOfFact(fact, kept?.row[fact.column])]),
      ),
      party: await partyHalf(scope, id, asked, day),
      counted: await counted(scope, id, day),
      below: unit.level === "VILLAGE" || unit.level === "GROUP" ? [] : await below(scope, id, asked),
      facts: VILLAGE_FACTS.length,
    };
  },
});

/** From the roster of the day: whoever stands in an organization that sits in the village. */
async function partyHalf({ sql }: Scope, id: number, year: number, day: string): Promise<PartyHalf> {
  const [row] = await sql<PartyHalf>`
    select count(*)::int as members, count(*) filter (where m.full_on is null or m.full_on > ${day}::date)::int as probationary,
      count(*) filter (where m.sex = 'F')::int as women, count(*) filter (where a.age <= 35)::int as youngest, count(*) filter (where a.age >= 70)::int as oldest,
      count(*) filter (where m.education in ('COLLEGE', 'BACHELOR'))::int as college, count(*) filter (where m.joined_on > ${day}::date - interval '3 years')::int as admitted,
      round(avg(a.age), 1)::float as "averageAge",
      (select w.cause from party_org_weak w where w.division_id = ${id} and w.year = ${year} order by w.found_on limit 1) as "weakCause"
    from party_membership s join party_member m on m.id = s.member_id
    cross join lateral (select extract(year from age(${day}::date, m.birth_on))::int as age) a
    where s.division_id = ${id} and s.from_on <= ${day}::date and (s.to_on is null or s.to_on > ${day}::date)`;
  if (!row) throw notFound();
  return row;
}

async function counted({ sql }: Scope, id: number, day: string): Promise<Counted> {
  const [row] = await sql<Counted>`
    select count(*) filter (where s.status in ('POOR', 'PRE_EXIT', 'RETURNED'))::int as poor, count(*) filter (where s.status = 'EXITED')::int as exited,
      coalesce(sum(h.member_count) filter (where s.status in ('POOR', 'PRE_EXIT', 'RETURNED', 'EXITED')), 0)::int as people,
      (select count(*)::int from industry_village v join industry_entity e on e.id = v.entity_id
        where v.village_id = ${id} and e.opened_on <= ${day}::date and (e.closed_on is null or e.closed_on > ${day}::date)) as cooperatives
    from household_spell s join household h on h.id = s.household_id
    where s.division_id = ${id} and s.from_on <= ${day}::date and (s.to_on is null or s.to_on > ${day}::date)`;
  if (!row) throw notFound();
  return row;
}

/** Villages under a unit, within reach, and how many of their facts are recorded. */
const below = ({ sql, viewer }: Scope, id: number, year: number) => sql<Below>`
  select d.id, d.name, coalesce((select count(*)::int from jsonb_each_text(to_jsonb(y) - '{division_id,year,version,account_id}'::text[]) e where e.value is not null), 0) as filled
  from division_closure c join division d on d.id = c.node_id left join village_year y on y.division_id = d.id and y.year = ${year}
  where c.ancestor_id = ${id} and c.to_on is null and d.level = 'VILLAGE' and d.closed_on is null and (${viewer.seesAll} or d.id = any (${viewer.reach}::int[]))
  order by d.code nulls last, d.id limit 400`;
