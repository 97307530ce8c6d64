/** orgs.terms: whose election is over or comes next, by window or month, with the counts by window, by place below and by month. */
import type * as z from "zod";
import { addDays, addMonths } from "#lib/base/calendar.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { ListTerms } from "../input-life.ts";
import { HAS_TERM } from "../lacks.ts";
import { secretaryOn } from "../secretary.ts";
import type { Window } from "../term.ts";

export const TERMS_PER_PAGE = 50;
const MONTHS = 12;
const PORTION = 1000;

export type DueRow = {
  id: number;
  name: string;
  kind: string;
  divisionId: number;
  place: string;
  secretary: string | null;
  electedOn: string | null;
  dueOn: string | null;
  postponed: boolean;
};
export type DuePage = {
  rows: DueRow[];
  total: number;
  from: number;
  counts: Record<Window, number>;
  /** Over; due within 90 days; within 180 days, those of the first 90 included. */
  places: { id: number; name: string; over: number; soon: number; later: number }[];
  months: { month: string; count: number }[];
};

export const listTerms = query({
  name: "orgs.terms",
  input: ListTerms,
  run: async (scope, filter): Promise<DuePage> => {
    const { today } = scope;
    const base = concerning(filter.unitId);
    const where = join([base, conditionOf(filter, today)], " and ");
    const counts = await countsOf(scope, base);
    const [{ total } = { total: 0 }] = await scope.sql<{ total: number }>`
      select count(*)::int as total from ${JOINED} where ${where}`;
    const skip = (filter.page - 1) * TERMS_PER_PAGE;
    const rows = await dueRows(scope, where, TERMS_PER_PAGE, skip);
    return { rows, total, from: skip + 1, counts, ...(await spreadOf(scope, filter.unitId, base)) };
  },
});

/** All of them in portions, for a workbook. */
export async function* allDue(
  scope: Pick<Scope, "sql" | "today" | "viewer">,
  filter: z.output<typeof ListTerms>,
): AsyncGenerator<DueRow> {
  const where = join([concerning(filter.unitId), conditionOf(filter, scope.today)], " and ");
  for (let skip = 0; ; skip += PORTION) {
    const rows = await dueRows(scope, where, PORTION, skip);
    yield* rows;
    if (rows.length < PORTION) return;
  }
}

const dueRows = (
  { sql: ask, today, viewer }: Pick<Scope, "sql" | "today" | "viewer">,
  where: Fragment,
  limit: number,
  skip: number,
) => ask<DueRow>`
  select o.id, o.name, o.kind, o.division_id as "divisionId", d.name as place,
    ${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} as secretary, t.elected_on::text as "electedOn", t.due_on::text as "dueOn",
    t.postponed_to is not null as postponed
  from ${JOINED} join division d on d.id = o.division_id where ${where}
  order by t.due_on nulls last, d.code nulls last, o.id limit ${limit} offset ${skip}`;

const JOINED = sql`party_org o left join party_org_term t on t.org_id = o.id and t.reelected_on is null`;

function concerning(unitId: number | null): Fragment {
  const parts = [sql`o.closed_on is null and o.kind = any (${[...HAS_TERM]}::text[])`];
  if (unitId !== null)
    parts.push(
      sql`o.division_id in (select node_id from division_closure where ancestor_id = ${unitId} and to_on is null)`,
    );
  return join(parts, " and ");
}

function conditionOf({ window, month }: z.output<typeof ListTerms>, today: string): Fragment {
  if (month !== null)
    return sql`t.due_on >= ${`${month}-01`}::date and t.due_on < ${addMonths(`${month}-01`, 1)}::date`;
  if (window === "unknown") return sql`t.id is null`;
  if (window === "all") return sql`t.id is not null`;
  if (window === "over") return sql`t.due_on < ${today}::date`;
  return sql`t.due_on between ${today}::date and ${addDays(today, Number(window))}::date`;
}

async function countsOf({ sql: ask, today }: Scope, base: Fragment): Promise<Record<Window, number>> {
  const upTo = (days: number) =>
    sql`(count(*) filter (where t.due_on between ${today}::date and ${addDays(today, days)}::date))::int`;
  const [counts] = await ask<Record<Window, number>>`
    select (count(*) filter (where t.due_on < ${today}::date))::int as over, ${upTo(30)} as "30", ${upTo(90)} as "90", ${upTo(180)} as "180",
      (count(t.id))::int as all, (count(*) filter (where t.id is null))::int as unknown from ${JOINED} where ${base}`;
  return counts ?? { over: 0, "30": 0, "90": 0, "180": 0, all: 0, unknown: 0 };
}

/** Where they lie: by the places right below the unit (the counties, when none is chosen), and by month. */
async function spreadOf(scope: Scope, unitId: number | null, base: Fragment) {
  const { sql: ask, today } = scope;
  const above =
    unitId === null ? sql`(select id from division where level = 'PREFECTURE' limit 1)` : sql`${unitId}::int`;
  const places = await ask<DuePage["places"][number]>`
    select p.id, p.name, (count(*) filter (where t.due_on < ${today}::date))::int as over,
      (count(*) filter (where t.due_on between ${today}::date and ${addDays(today, 90)}::date))::int as soon,
      (count(*) filter (where t.due_on between ${today}::date and ${addDays(today, 180)}::date))::int as later
    from division p join division_closure c on c.ancestor_id = p.id and c.to_on is null
    join (${JOINED}) on o.division_id = c.node_id
    where p.parent_id = ${above} and p.closed_on is null and ${base}
    group by p.id, p.name, p.code having count(*) filter (where t.due_on <= ${addDays(today, 180)}::date) > 0 order by p.code nulls last, p.id`;
  const first = `${today.slice(0, 7)}-01`;
  const found = await ask<{ month: string; count: number }>`
    select to_char(t.due_on, 'YYYY-MM') as month, count(*)::int as count from ${JOINED}
    where ${base} and t.due_on >= ${first}::date and t.due_on < ${addMonths(first, MONTHS)}::date group by 1`;
  const months = Array.from({ length: MONTHS }, (_, at) => {
    const month = addMonths(first, at).slice(0, 7);
    return { month, count: found.find((one) => one.month === month)?.count ?? 0 };
  });
  return { places, months };
}
