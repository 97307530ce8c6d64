/** The register of visits, newest first; the visits of one household; and one visit. */

import { addDays } from "#lib/base/calendar.ts";
import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Picture } from "#lib/domains/files/file.ts";
import { picturesOf } from "#lib/domains/files/queries.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { HouseholdOfVisits, VisitFilter, VisitId } from "../input.ts";
import { openTo } from "../inside/hints/open.ts";
import { isOwn } from "../inside/is-own.ts";
import { PAGE_SIZE } from "../visit.ts";

export type VisitRow = {
  id: string;
  householdId: string;
  headName: string;
  place: string;
  groupName: string | null;
  visitedOn: string;
  kind: string;
  situation: string;
  topics: string[];
  note: string | null;
  standInReason: string | null;
  late: boolean;
  /** Brought in by the record sheet. */
  bySheet: boolean;
  status: string;
  visitors: string | null;
  /** How many visits this household had that day: two are both kept, one counts. */
  sameDay: number;
  /** In the register alone: whoever reviews visits should ask how it was. */
  asks?: boolean;
};

const columns = sql`
  v.id, v.household_id as "householdId", h.head_name as "headName", d.name as place, h.group_name as "groupName", v.visited_on::text as "visitedOn",
  v.kind, v.situation, v.topics, v.note, v.stand_in_reason as "standInReason", v.late, v.import_id is not null as "bySheet", v.status,
  (select string_agg(w.person_name, '、') from visit_visitor w where w.visit_id = v.id) as visitors,
  (select count(*)::int from visit o where o.household_id = v.household_id and o.visited_on = v.visited_on and o.status <> 'WITHDRAWN') as "sameDay"`;

/** Is there a hint about the visit that the viewer should ask about? */
const asks = ({ viewer, today }: Scope): Fragment => {
  const open = openTo(viewer, today);
  return open
    ? sql`exists (select 1 from visit_hint t where t.visit_id = v.id and t.explained_on is null and ${open})`
    : sql`false`;
};

export type VisitPage = { place: ListPlace; total: number; rows: VisitRow[]; next: string | null };

export const listVisits = query({
  name: "visits.list",
  input: VisitFilter,
  may: opensHouseholds,
  run: async (scope, filter): Promise<VisitPage> => {
    const place = await listPlace(scope, filter.unit);
    const conditions = join(
      [place.holds({ division: "v.division_id", household: "v.household_id" }), ...chosen(scope, filter)],
      " and ",
    );
    const [count] = await scope.sql<{
      total: number;
    }>`select count(*)::int as total from visit v where ${conditions}`;
    const behind = filter.after
      ? sql`(v.visited_on < (select visited_on from visit where id = ${filter.after}::uuid)
          or (v.visited_on = (select visited_on from visit where id = ${filter.after}::uuid) and v.id > ${filter.after}::uuid))`
      : sql`true`;
    const found = await scope.sql<VisitRow>`
      select ${columns}, ${asks(scope)} as asks
      from (select * from visit v where ${conditions} and ${behind} order by v.visited_on desc, v.id limit ${PAGE_SIZE + 1}::int) v
      join household h on h.id = v.household_id join division d on d.id = h.division_id
      order by v.visited_on desc, v.id`;
    const rows = found.slice(0, PAGE_SIZE);
    return {
      place,
      total: count?.total ?? 0,
      rows,
      next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
    };
  },
});

function chosen(scope: Scope, filter: VisitFilter): Fragment[] {
  const { viewer, today } = scope;
  const conditions = [sql`v.status <> 'WITHDRAWN'`];
  if (filter.kinds.length > 0) conditions.push(sql`v.kind = any (${filter.kinds}::text[])`);
  if (filter.situations.length > 0) conditions.push(sql`v.situation = any (${filter.situations}::text[])`);
  if (filter.since !== "all")
    conditions.push(sql`v.visited_on >= ${addDays(today, -Number(filter.since))}::date`);
  if (filter.mine) conditions.push(sql`v.recorded_by = ${viewer.accountId}`);
  if (filter.late) conditions.push(sql`v.late`);
  if (filter.asks) conditions.push(asks(scope));
  return conditions;
}

export const visitsOfHousehold = query({
  name: "visits.ofHousehold",
  input: HouseholdOfVisits,
  run: (scope, { household }) => scope.sql<VisitRow>`
    select ${columns} from visit v join household h on h.id = v.household_id join division d on d.id = h.division_id
    where v.household_id = ${household}::uuid and ${reachable(scope.viewer, { division: "v.division_id", household: "v.household_id" })} and v.status <> 'WITHDRAWN' order by v.visited_on desc, v.id limit 100`,
});

export type VisitDetail = VisitRow & {
  metWith: string | null;
  createdAt: Date;
  /** Who wrote it down, where that was not the visitor. */
  recorder: string | null;
  asked: string | null;
  help: string | null;
  goods: string | null;
  goodsFen: bigint | null;
  withdrawable: boolean;
  photos: Picture[];
  /** Whoever wrote it down may add photos. */
  own: boolean;
  /** What was added to it later, the first one first. */
  additions: Addition[];
  /** Whoever went, or wrote it down, may add words. */
  mayAdd: boolean;
};
export type Addition = { id: string; on: string; by: string; words: string };

export const getVisit = query({
  name: "visits.get",
  input: VisitId,
  run: async (scope, { id }): Promise<VisitDetail> => {
    const [visit] = await scope.sql<Omit<VisitDetail, "photos">>`
      select ${columns}, v.met_with as "metWith", v.created_at as "createdAt", v.recorded_by = ${scope.viewer.accountId} as own,
        v.recorded_by_name as recorder, v.asked, v.help, v.goods, v.goods_fen as "goodsFen",
        (v.recorded_by = ${scope.viewer.accountId} and v.status <> 'WITHDRAWN'
          and (v.created_at at time zone 'Asia/Shanghai')::date = beijing_today()) as withdrawable,
        v.status <> 'WITHDRAWN' and ${isOwn(scope.viewer)} as "mayAdd",
        coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'on', a.added_on, 'by', a.account_name, 'words', a.words) order by a.created_at, a.id)
          from visit_addition a where a.visit_id = v.id), '[]') as additions
      from visit v join household h on h.id = v.household_id join division d on d.id = h.division_id where v.id = ${id}::uuid and ${reachable(scope.viewer, { division: "v.division_id", household: "v.household_id" })}`;
    if (!visit) throw notFound();
    return { ...visit, photos: await picturesOf(scope, "visit", id) };
  },
});
