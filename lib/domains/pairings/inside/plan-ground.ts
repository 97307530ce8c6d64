/** What a plan stands on, read anew each time: households in need, helpers on hand with their room, who is kin to whom, and where all of them are. */
import { POOR_STATUSES } from "#lib/domains/households/household.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fragment, sql as fragment } from "#lib/platform/sql.ts";
import type { Hand, ToCover } from "../assign.ts";
import { USUAL_RANK } from "../plan.ts";
import { limitsOn } from "./load.ts";

export type PlanAsked = { divisionId: number; kind: string; whom: string; fromOn: string };
export type PlanHelper = {
  id: string;
  name: string;
  unit: string | null;
  rank: string | null;
  cap: number;
  load: number;
  base: number;
};
export type Ground = {
  households: (ToCover & { base: number })[];
  helpers: PlanHelper[];
  hands: Hand[];
  levels: Map<number, string>;
};
type Asking = Pick<Work, "sql">;

/** A pairing that stands in the way of a household's being in need (alias p). */
const covers = ({ whom, kind, fromOn }: PlanAsked): Fragment => fragment`
  (p.to_on is null or (p.to_on > ${fromOn}::date and p.to_on > p.from_on)) and (${whom === "NONE"} or p.kind = ${kind})`;

/** Active households under the plan's place (alias h) that need a helper from its day on. */
export const inNeed = (plan: PlanAsked): Fragment => fragment`
  (h.status = any (${[...POOR_STATUSES]}::text[]) or (h.status = 'EXITED' and ${plan.fromOn}::date < (select policy_period_end())))
  and h.division_id in (select c.node_id from division_closure c where c.ancestor_id = ${plan.divisionId}::int and c.to_on is null)
  and not exists (select 1 from pairing p where p.household_id = h.id and ${covers(plan)})`;

type Known = {
  id: string;
  name: string;
  unit: string | null;
  rank: string | null;
  base: number;
  load: number;
};

/** Households that somebody has on the plan's day or later, and where most of them are: there he is at home as a helper. */
const withLoad = (plan: PlanAsked, whose: Fragment): Fragment => fragment`
  select p.id, p.name, coalesce(p.unit_name, d.name) as unit, p.rank, coalesce(has.at, p.division_id) as base, coalesce(has.load, 0)::int as load
  from person p join division d on d.id = p.division_id left join household own on own.id = p.household_id
  left join lateral (select sum(n)::int as load, (array_agg(division_id order by n desc, division_id))[1] as at from (
      select g.division_id, count(distinct g.household_id) as n from pairing g where g.helper_id = p.id
        and (g.to_on is null or (g.to_on > ${plan.fromOn}::date and g.to_on > g.from_on)) group by 1) g) has on true
  where (own.id is null or own.status <> all (${[...POOR_STATUSES]}::text[])) and ${whose} order by p.id`;

/** People of these ranks in the place, or in the units above it, as far as the planner reaches. */
export const helpersByRank = ({ sql }: Asking, plan: PlanAsked, ranks: string[]): Promise<Known[]> =>
  sql<Known>`${withLoad(
    plan,
    fragment`p.rank = any (${ranks}::text[]) and (
      p.division_id in (select c.node_id from division_closure c where c.ancestor_id = ${plan.divisionId}::int and c.to_on is null)
      or p.division_id in (select c.ancestor_id from division_closure c where c.node_id = ${plan.divisionId}::int and c.to_on is null))`,
  )}`;
export const helpersById = ({ sql }: Asking, plan: PlanAsked, ids: string[]): Promise<Known[]> =>
  sql<Known>`${withLoad(plan, fragment`p.id = any (${ids}::uuid[])`)}`;

export async function groundOf(asking: Asking, plan: PlanAsked, known: Known[]): Promise<Ground> {
  const { sql } = asking;
  const needy = await sql<{ id: string; base: number }>`
    select h.id, h.division_id as base from household h where ${inNeed(plan)} order by h.division_id, h.household_no`;
  const limits = await limitsOn(sql, plan.fromOn);
  const helpers = known.map((one) => ({
    ...one,
    cap: limits[one.rank ?? USUAL_RANK] ?? limits[USUAL_RANK] ?? 0,
  }));
  const kin = await kinOf(
    asking,
    helpers.map(({ id }) => id),
    needy.map(({ id }) => id),
  );
  const nodes = [...new Set([...needy, ...helpers].map(({ base }) => base))];
  const paths = await sql<{ id: number; path: number[] }>`
    select c.node_id as id, array_agg(c.ancestor_id order by c.depth) as path from division_closure c
    where c.node_id = any (${nodes}::int[]) and c.to_on is null group by c.node_id`;
  const pathOf = new Map(paths.map(({ id, path }) => [id, path]));
  const levels = await sql<{ id: number; level: string }>`
    select id, level from division where id = any (${[...new Set(paths.flatMap(({ path }) => path))]}::int[])`;
  const at = (base: number) => pathOf.get(base) ?? [base];
  return {
    households: needy.map((one) => ({ ...one, path: at(one.base), kin: kin.get(one.id) ?? NOBODY })),
    helpers,
    hands: helpers.map((one) => ({
      id: one.id,
      path: at(one.base),
      room: one.cap - one.load,
      load: one.load,
    })),
    levels: new Map(levels.map(({ id, level }) => [id, level])),
  };
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Who must not help whom: whoever lives or lived in the household, in whichever year, shares or shared one with somebody who lives there
 * now, or helps it already in another way.
 */
export async function kinOf(
  { sql }: Asking,
  helpers: string[],
  households: string[],
): Promise<Map<string, Set<string>>> {
  const rows = await sql<{ household: string; helper: string }>`
    with whose as (select unnest(${helpers}::uuid[]) as id), home as (select unnest(${households}::uuid[]) as id),
    lived as (select distinct m.person_id, m.household_id, m.year from membership_year m join whose w on w.id = m.person_id),
    shared as (select l.person_id, p.household_id from lived l join membership_year o on o.household_id = l.household_id and o.year = l.year
      join person p on p.id = o.person_id where p.household_id is not null)
    select k.household_id as household, k.person_id as helper from (
      select person_id, household_id from shared union select person_id, household_id from lived
      union select p.id, p.household_id from person p join whose w on w.id = p.id where p.household_id is not null
      union select g.helper_id, g.household_id from pairing g join whose w on w.id = g.helper_id
        where g.to_on is null or (g.to_on > beijing_today() and g.to_on > g.from_on)) k
    join home on home.id = k.household_id`;
  const kin = new Map<string, Set<string>>();
  for (const { household, helper } of rows) kin.set(household, (kin.get(household) ?? new Set()).add(helper));
  return kin;
}
