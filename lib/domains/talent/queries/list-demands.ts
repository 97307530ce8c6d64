/** talent.demands: posts wanted under a unit as of a day, with how many of their places are filled that day, and by kind in sum. */
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { dayOf } from "../as-of.ts";
import { DemandFilter } from "../input.ts";
import { holdsOn, inState, under } from "../inside/conditions.ts";
import { PAGE_SIZE, type TalentKind } from "../talent.ts";

export type DemandRow = {
  id: string;
  post: string;
  unitName: string;
  place: string;
  kind: TalentKind;
  wanted: number;
  filled: number;
  fromOn: string;
  toOn: string | null;
};
/** Of the list asked for, not only of this page. */
export type KindSum = { kind: TalentKind; wanted: number; filled: number };
export type DemandPage = {
  place: ListPlace;
  day: string;
  total: number;
  from: number;
  rows: DemandRow[];
  kinds: KindSum[];
};

function chosen({ kind, state, q }: DemandFilter, day: string): Fragment[] {
  const listed = state === "open" || state === "full" ? "now" : state;
  const conditions = [inState(listed, "d", day)];
  if (kind) conditions.push(sql`d.kind = ${kind}`);
  if (state === "open") conditions.push(sql`h.filled < d.wanted`);
  if (state === "full") conditions.push(sql`h.filled >= d.wanted`);
  if (q) conditions.push(sql`(position(${q} in d.post) > 0 or position(${q} in d.unit_name) > 0)`);
  return conditions;
}

const demands = (place: ListPlace, filter: DemandFilter, day: string): Fragment => sql`
  from talent_demand d
  cross join lateral (select count(*)::int as filled from talent_filling f where f.demand_id = d.id and ${holdsOn("f", day)}) h
  where ${under(place, "d.division_id")} and ${join(chosen(filter, day), " and ")}`;

export const demandRows = (
  place: ListPlace,
  filter: DemandFilter,
  day: string,
  limits: Fragment,
): Fragment => sql`
  select l.*, v.name as place from (select d.id, d.post, d.unit_name as "unitName", d.division_id, d.kind, d.wanted, h.filled,
    d.from_on::text as "fromOn", d.to_on::text as "toOn", d.from_on ${demands(place, filter, day)} order by d.from_on desc, d.id ${limits}) l
  join division v on v.id = l.division_id order by l.from_on desc, l.id`;

export const listDemands = query({
  name: "talent.demands",
  input: DemandFilter,
  run: async (scope, filter): Promise<DemandPage> => {
    const place = await listPlace(scope, filter.unit);
    const day = dayOf(filter.on, scope.today);
    const kinds = await scope.sql<KindSum & { n: number }>`
      select d.kind, count(*)::int as n, sum(d.wanted)::int as wanted, sum(h.filled)::int as filled ${demands(place, filter, day)} group by d.kind`;
    const skip = (filter.page - 1) * PAGE_SIZE;
    const limits = sql`limit ${PAGE_SIZE}::int offset ${skip}::int`;
    const rows = await scope.sql<DemandRow>`${demandRows(place, filter, day, limits)}`;
    return { place, day, total: kinds.reduce((sum, { n }) => sum + n, 0), from: skip + 1, rows, kinds };
  },
});
