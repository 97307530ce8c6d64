/** visits.myHints, visits.hintsOf: what a visitor may put right or explain; to others only once the days are over. */
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import type { HintKind } from "../hint.ts";
import { Nothing, VisitId } from "../input.ts";
import { openTo } from "../inside/hints/open.ts";

export type MyHint = {
  visit: string;
  kind: HintKind;
  headName: string;
  place: string;
  visitedOn: string;
};

export const myHints = query({
  name: "visits.myHints",
  input: Nothing,
  run: async ({ sql: ask, viewer }): Promise<MyHint[]> =>
    viewer.personId === null
      ? []
      : ask<MyHint>`
        select distinct on (v.visited_on, v.id) v.id as visit, t.kind, h.head_name as "headName", d.name as place, v.visited_on::text as "visitedOn"
        from visit_hint t join visit v on v.id = t.visit_id join household h on h.id = v.household_id join division d on d.id = h.division_id
        where t.person_id = ${viewer.personId}::uuid and t.explained_on is null order by v.visited_on desc, v.id, t.kind limit 20`,
});

export type VisitHint = {
  id: string;
  kind: HintKind;
  own: boolean;
  opensOn: string;
  /** The other visit, where the reader may see it. */
  like: { id: string; visitedOn: string; headName: string } | null;
  explained: { on: string; by: string; words: string } | null;
};

export const hintsOf = query({
  name: "visits.hintsOf",
  input: VisitId,
  run: ({ sql: ask, viewer, today }, { id }) => {
    const later = openTo(viewer, today);
    const own = viewer.personId === null ? sql`false` : sql`t.person_id = ${viewer.personId}::uuid`;
    const others = later
      ? sql`${later} and (t.explained_on is null or t.explained_on >= t.opens_on)`
      : sql`false`;
    return ask<VisitHint>`
      select t.id, t.kind, ${own} as own, t.opens_on::text as "opensOn",
        case when o.id is not null then json_build_object('id', o.id, 'visitedOn', o.visited_on, 'headName', oh.head_name) end as like,
        case when t.explained_on is not null then json_build_object('on', t.explained_on, 'by', t.explained_name, 'words', t.words) end as explained
      from visit_hint t left join (visit o join household oh on oh.id = o.household_id) on o.id = t.like_visit_id
      where t.visit_id = ${id}::uuid and (${own} or (${others})) order by t.kind`;
  },
});
