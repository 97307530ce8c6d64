/** Plans of pairings: those of a place, one with its lines and helpers, and whom a single line could have instead. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { kinOf } from "../inside/plan-ground.ts";
import { PAGE_SIZE } from "../pairing.ts";
import type { LineShown, PlanState, PlanWhom, WhyLeft } from "../plan.ts";
import { PlanLine, PlanList, PlanView } from "../plan-input.ts";

export type PlanRow = {
  id: string;
  place: string;
  kind: string;
  fromOn: string;
  state: PlanState;
  by: string;
  madeOn: string;
  lines: number;
  placed: number;
};

export const listPlans = query({
  name: "pairingPlans.list",
  input: PlanList,
  may: (viewer) => mayAnywhere(viewer, "pairing.edit"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const rows = await scope.sql<PlanRow>`
      select p.id, d.name as place, p.kind, p.from_on::text as "fromOn", p.state, p.account_name as by,
        (p.created_at at time zone 'Asia/Shanghai')::date::text as "madeOn", l.lines, l.placed
      from pairing_plan p join division d on d.id = p.division_id
      cross join lateral (select count(*)::int as lines, count(helper_id)::int as placed from pairing_plan_line l where l.plan_id = p.id) l
      where ${place.holds({ division: "p.division_id", household: "p.id" })} and p.state <> 'DROPPED'
      order by p.created_at desc, p.id desc limit 20`;
    return { place, rows };
  },
});

export type Plan = {
  id: string;
  divisionId: number;
  place: string;
  kind: string;
  whom: PlanWhom;
  fromOn: string;
  state: PlanState;
  by: string;
  version: number;
  /** Carried out today by the viewer. */
  undoable: boolean;
  lines: number;
  placed: number;
  left: Record<WhyLeft, number>;
  near: Record<"village" | "township" | "county" | "beyond", number>;
  hand: number;
  /** Who gets a household by it. */
  helpers: number;
  /** Made by it, and those of them that nobody ended or replaced since. */
  pairings: number;
  standing: number;
};
export type PlanLineRow = {
  household: string;
  headName: string;
  householdNo: string;
  place: string;
  groupName: string | null;
  helperId: string | null;
  helper: string | null;
  unit: string | null;
  rank: string | null;
  /** With this plan, and his limit. */
  load: number | null;
  cap: number | null;
  meets: string | null;
  why: WhyLeft | null;
  byHand: boolean;
  pairingId: string | null;
};
export type PlanHelperRow = {
  id: string;
  name: string;
  unit: string | null;
  rank: string | null;
  cap: number;
  load: number;
  given: number;
};

/** Whoever reaches the place but may not pair there is refused by name. */
async function planOf(scope: Scope, id: string): Promise<Plan> {
  const [plan] = await scope.sql<Plan>`
    select p.id, p.division_id as "divisionId", d.name as place, p.kind, p.whom, p.from_on::text as "fromOn", p.state, p.account_name as by, p.version,
      (p.state = 'DONE' and p.account_id = ${scope.viewer.accountId} and (p.done_at at time zone 'Asia/Shanghai')::date = beijing_today()) as undoable, l.*,
      (select count(*)::int from pairing_plan_line l join pairing g on g.id = l.pairing_id
        where p.state = 'DONE' and l.plan_id = p.id and g.to_on is null and g.end_reason is null) as standing
    from pairing_plan p join division d on d.id = p.division_id
    cross join lateral (select count(*)::int as lines, count(helper_id)::int as placed, (count(*) filter (where by_hand))::int as hand,
      count(distinct helper_id)::int as helpers, count(pairing_id)::int as pairings,
      jsonb_build_object('NO_ROOM', count(*) filter (where why = 'NO_ROOM'), 'ONLY_KIN', count(*) filter (where why = 'ONLY_KIN'),
        'LEFT_OUT', count(*) filter (where why = 'LEFT_OUT')) as left,
      jsonb_build_object('village', count(*) filter (where meets in ('GROUP', 'VILLAGE')), 'township', count(*) filter (where meets = 'TOWNSHIP'),
        'county', count(*) filter (where meets = 'COUNTY'), 'beyond', count(*) filter (where meets = 'PREFECTURE')) as near
      from pairing_plan_line where plan_id = p.id) l
    where p.id = ${id}::uuid and (${scope.viewer.seesAll} or p.division_id = any (${scope.viewer.reach}::int[]))`;
  if (!plan) throw notFound();
  if (!may(scope.viewer, "pairing.edit", plan.divisionId)) throw refused();
  return plan;
}

const shownLines = (show: LineShown | undefined, helper: string | undefined): Fragment => {
  if (helper) return sql`l.helper_id = ${helper}::uuid`;
  if (show === "left") return sql`l.helper_id is null`;
  if (show === "far") return sql`l.meets in ('COUNTY', 'PREFECTURE')`;
  return show === "hand" ? sql`l.by_hand` : sql`true`;
};

export const getPlan = query({
  name: "pairingPlans.get",
  input: PlanView,
  run: async (scope, { id, show, helper, page }) => {
    const plan = await planOf(scope, id);
    const from = (page - 1) * PAGE_SIZE;
    const shown = shownLines(show, helper);
    const [count] = await scope.sql<{ total: number }>`
      select count(*)::int as total from pairing_plan_line l where l.plan_id = ${id}::uuid and ${shown}`;
    // What has no helper comes first: that is what somebody has to look at.
    const rows = await scope.sql<PlanLineRow>`
      select h.id as household, h.head_name as "headName", h.household_no as "householdNo", d.name as place, h.group_name as "groupName",
        l.helper_id as "helperId", a.name as helper, a.unit, a.rank, a.cap, a.load + (select count(*)::int from pairing_plan_line o
          where o.plan_id = l.plan_id and o.helper_id = l.helper_id) as load, l.meets, l.why, l.by_hand as "byHand", l.pairing_id as "pairingId"
      from pairing_plan_line l join household h on h.id = l.household_id join division d on d.id = h.division_id
      left join pairing_plan_helper a on a.plan_id = l.plan_id and a.helper_id = l.helper_id
      where l.plan_id = ${id}::uuid and ${shown} order by l.helper_id is not null, d.code nulls last, h.household_no, h.id
      offset ${from}::int limit ${PAGE_SIZE}::int`;
    return { plan, rows, total: count?.total ?? 0, from: from + 1 };
  },
});

/** By whom it would hurt: over the limit first, then who has most; who gets nobody at the end. */
export const planHelpers = query({
  name: "pairingPlans.helpers",
  input: PlanView,
  run: async (scope, { id, page }) => {
    const plan = await planOf(scope, id);
    const from = (page - 1) * PAGE_SIZE;
    const rows = await scope.sql<PlanHelperRow & { total: number }>`
      select a.helper_id as id, a.name, a.unit, a.rank, a.cap, a.load, coalesce(g.given, 0)::int as given, (count(*) over ())::int as total
      from pairing_plan_helper a left join (select helper_id, count(*) as given from pairing_plan_line where plan_id = ${id}::uuid group by 1) g
        on g.helper_id = a.helper_id
      where a.plan_id = ${id}::uuid order by a.load + coalesce(g.given, 0) > a.cap desc, coalesce(g.given, 0) desc, a.name, a.helper_id
      offset ${from}::int limit ${PAGE_SIZE}::int`;
    return { plan, rows, total: rows[0]?.total ?? 0, from: from + 1 };
  },
});

export type Choice = PlanHelperRow & { kin: boolean };

/** For one household: those of the plan who have room first, the nearest of them before the others. */
export const lineChoices = query({
  name: "pairingPlans.choices",
  input: PlanLine,
  run: async (scope, { id, household }) => {
    const plan = await planOf(scope, id);
    const [line] = await scope.sql<{ headName: string; helperId: string | null; place: number }>`
      select h.head_name as "headName", l.helper_id as "helperId", h.division_id as place from pairing_plan_line l
      join household h on h.id = l.household_id where l.plan_id = ${id}::uuid and l.household_id = ${household}::uuid`;
    if (!line) throw notFound();
    const rows = await scope.sql<PlanHelperRow>`
      select a.helper_id as id, a.name, a.unit, a.rank, a.cap, a.load, coalesce(g.given, 0)::int as given
      from pairing_plan_helper a join person p on p.id = a.helper_id
      left join (select helper_id, count(*) as given from pairing_plan_line where plan_id = ${id}::uuid and household_id <> ${household}::uuid group by 1) g
        on g.helper_id = a.helper_id
      left join lateral (select min(mine.depth) as up from division_closure mine join division_closure his on his.ancestor_id = mine.ancestor_id and his.to_on is null
        where mine.node_id = ${line.place}::int and mine.to_on is null and his.node_id = p.division_id) w on true
      where a.plan_id = ${id}::uuid
      order by a.helper_id = ${line.helperId}::uuid desc nulls last, a.load + coalesce(g.given, 0) >= a.cap, w.up, a.load + coalesce(g.given, 0), a.name, a.helper_id limit 30`;
    const kin = (
      await kinOf(
        scope,
        rows.map((row) => row.id),
        [household],
      )
    ).get(household);
    return {
      plan,
      line: { ...line, household },
      rows: rows.map((row): Choice => ({ ...row, kin: kin?.has(row.id) ?? false })),
    };
  },
});
