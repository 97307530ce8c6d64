/** industry.list: organizations of the industry chain as a table, by place, kind, Party coverage, mode and name. */
import type * as z from "zod";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { PartyCoverage } from "../industry.ts";
import { EntityFilter } from "../input.ts";
import { type IndustryWords, industryWords } from "../words.ts";

export const ENTITIES_PER_PAGE = 50;

export type EntityRow = {
  id: string;
  name: string;
  kind: string;
  divisionId: number;
  place: string;
  villages: number;
  coverage: PartyCoverage;
  orgId: number | null;
  orgName: string | null;
  mode: string | null;
  operator: string | null;
  memberCount: number | null;
  partyMembers: number | null;
  /** Linked households of today, as far as the viewer reaches; null where that is nowhere. */
  households: number | null;
  closedOn: string | null;
};
export type EntityPage = { rows: EntityRow[]; total: number; from: number; words: IndustryWords };

export const listEntities = query({
  name: "industry.list",
  input: EntityFilter,
  run: async (scope, filter): Promise<EntityPage> => {
    const { sql: ask, today } = scope;
    const where = conditions(filter, today);
    const from = sql`industry_entity e left join industry_party p on p.entity_id = e.id and p.from_on <= ${today}::date
      and (p.to_on is null or p.to_on > ${today}::date)`;
    const [{ total } = { total: 0 }] = await ask<{ total: number }>`
      select count(*)::int as total from ${from} where ${where}`;
    // Where the viewer reaches something comes first; elsewhere nobody here can say how many households are linked.
    const mine = concernsViewer(scope.viewer);
    const skip = (filter.page - 1) * ENTITIES_PER_PAGE;
    const rows = await ask<EntityRow>`
      select e.id, e.name, e.kind, e.division_id as "divisionId", d.name as place, coalesce(p.coverage, 'NONE') as coverage,
        p.party_org_id as "orgId", o.name as "orgName", p.mode, e.operator, e.member_count as "memberCount",
        e.party_members as "partyMembers", e.closed_on::text as "closedOn",
        (select count(*)::int from industry_village v where v.entity_id = e.id) as villages,
        case when ${mine} then (select count(distinct l.household_id)::int from industry_link l where l.entity_id = e.id and l.from_on <= ${today}::date
          and (l.to_on is null or l.to_on > ${today}::date)
          and ${reachable(scope.viewer, { division: "l.division_id", household: "l.household_id" })}) end as households
      from ${from} join division d on d.id = e.division_id left join party_org o on o.id = p.party_org_id
      where ${where} order by case when ${mine} then 0 else 1 end, d.code nulls last, d.id, e.name, e.id limit ${ENTITIES_PER_PAGE}::int offset ${skip}::int`;
    return { rows, total, from: skip + 1, words: await industryWords(ask) };
  },
});

const concernsViewer = ({ seesAll, reach }: Viewer): Fragment =>
  seesAll
    ? sql`true`
    : sql`(e.division_id = any (${reach}::int[])
        or exists (select 1 from industry_village mine where mine.entity_id = e.id and mine.village_id = any (${reach}::int[])))`;

function conditions(
  { unitId, kind, party, mode, state, q }: z.output<typeof EntityFilter>,
  today: string,
): Fragment {
  const open = sql`(e.closed_on is null or e.closed_on > ${today}::date)`;
  const parts = [state === "closed" ? sql`not ${open}` : open];
  if (unitId !== null)
    parts.push(
      sql`e.division_id in (select node_id from division_closure where ancestor_id = ${unitId} and to_on is null)`,
    );
  if (kind !== null) parts.push(sql`e.kind = ${kind}`);
  if (party !== null) parts.push(sql`coalesce(p.coverage, 'NONE') = ${party}`);
  if (mode !== null) parts.push(sql`p.mode = ${mode}`);
  if (q !== "") {
    const letters = q.toLowerCase();
    parts.push(
      sql`(position(${q} in e.name) > 0 or starts_with(e.pinyin, ${letters}) or starts_with(e.initials, ${letters}) or e.credit_no = ${q.toUpperCase()})`,
    );
  }
  return join(parts, " and ");
}
