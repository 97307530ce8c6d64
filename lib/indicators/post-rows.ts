/** The rows behind a figure whose cases are teams and posts: by the same fact, tree and condition as the number. */
import type { Period } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { added, underOnDay } from "./count.ts";
import { factRows, ofHouseholds, spanOf } from "./fact.ts";
import { conditionSql, type Ratio } from "./indicator.ts";
import { type Behind, partSql, ROWS_A_PAGE } from "./rows.ts";

export type PostBehind = {
  /** Of the case: the village, or the post. */
  id: string;
  divisionId: number;
  place: string;
  above: string | null;
  orgId: number | null;
  orgName: string | null;
  /** Who holds it on the day. */
  personId: string | null;
  holder: string | null;
  /** Of a team: its places, how many are held, and the kinds that are short. */
  places: number | null;
  filled: number | null;
  lacking: string[];
  /** Of a secretary's post: days without one in the period. */
  days: number | null;
  since: string | null;
};

export const postsBehind = (scope: Scope, given: Behind, page: number): Promise<PostBehind[]> =>
  given.indicator.of === "teams" ? teamsBehind(scope, given, page) : secretariesBehind(scope, given, page);

const offsetOf = (page: number) => (page - 1) * ROWS_A_PAGE;

function teamsBehind(scope: Scope, given: Behind, page: number): Promise<PostBehind[]> {
  const { indicator, unit } = given;
  const span = spanOf(given.period, scope.today);
  return scope.sql<PostBehind>`
    select f.division_id::text as id, f.division_id as "divisionId", d.name as place, t.name as above, null::int as "orgId", null as "orgName",
      null as "personId", null as holder, f.places, f.filled, null::int as days, f.since::text as since,
      array(select p.kind from fact_posts(${span.asOf}::date) p left join party_org o on o.id = p.party_org_id
        where p.division_id = f.division_id and p.core and (o.id is null or o.setting = 'TERRITORIAL') and p.filled < p.places
        order by p.party_org_id is null, p.kind) as lacking
    from (${underOnDay(unit, span.asOf)}) n join lateral (select * from ${factRows(indicator.of, span)} f where f.division_id = n.node_id) f on true
    join division d on d.id = f.division_id left join division t on t.id = d.parent_id
    where ${conditionSql(indicator.whole)} and ${partSql(given)}
    order by d.code nulls last, d.id limit ${ROWS_A_PAGE}::int offset ${offsetOf(page)}::int`;
}

/** The longest first: the first row is the figure's maximum. */
function secretariesBehind(scope: Scope, given: Behind, page: number): Promise<PostBehind[]> {
  const { indicator, unit } = given;
  const span = spanOf(given.period, scope.today);
  return scope.sql<PostBehind>`
    select f.post_id as id, f.division_id as "divisionId", d.name as place, t.name as above, o.id as "orgId", o.name as "orgName",
      h.person_id as "personId", h.person_name as holder, null::int as places, null::int as filled, array[]::text[] as lacking, f.days, f.since::text as since
    from (${underOnDay(unit, span.asOf)}) n join lateral (select * from ${factRows(indicator.of, span)} f where f.division_id = n.node_id) f on true
    join post p on p.id = f.post_id join party_org o on o.id = p.party_org_id
    join division d on d.id = f.division_id left join division t on t.id = d.parent_id
    left join lateral (select x.person_id, x.person_name from tenure x where x.post_id = f.post_id and x.from_on <= ${span.asOf}::date
      and (x.to_on is null or x.to_on > ${span.asOf}::date) order by x.from_on limit 1) h on true
    where ${conditionSql(indicator.whole)} and ${partSql(given)}
    order by f.days desc, d.code nulls last, d.id, f.post_id limit ${ROWS_A_PAGE}::int offset ${offsetOf(page)}::int`;
}

/** Of each sum, what its largest case adds: the “max” beside the sum. */
export async function mostOf(
  scope: Scope,
  indicators: readonly Ratio[],
  period: Period,
  unit: number,
): Promise<Record<string, number>> {
  const span = spanOf(period, scope.today);
  const most: Record<string, number> = {};
  for (const indicator of indicators) {
    const { id, adds, whole } = indicator;
    if (!adds || adds.mean || adds.over || ofHouseholds(indicator.of)) continue;
    const [row] = await scope.sql<{ most: number | null }>`
      select max(${added(adds)})::int as most from ${factRows(indicator.of, span)} f
      where f.division_id in (${underOnDay(unit, span.asOf)}) and ${conditionSql(whole)}`;
    if (row?.most != null) most[id] = row.most;
  }
  return most;
}
