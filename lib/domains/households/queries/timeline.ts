/** households.timeline: what happened with a household, newest first: visits, needs, measures, who came and went, its status and place, and what was changed in the file. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { LINES, TIMELINE_KINDS, type TimelineRow } from "../timeline.ts";

export const TimelineAsked = z.object({ id: uuid, kind: z.enum(TIMELINE_KINDS).nullable().default(null) });

export const householdTimeline = query({
  name: "households.timeline",
  input: TimelineAsked,
  run: async ({ sql, viewer }, { id, kind }): Promise<TimelineRow[]> => {
    const seen = (alias: string) =>
      reachable(viewer, { division: `${alias}.division_id`, household: `${alias}.household_id` });
    return sql<TimelineRow>`
      select * from (
        select 'visit' as kind, v.id::text as id, v.visited_on::text as day, v.situation as what,
          (select string_agg(w.person_name, '、') from visit_visitor w where w.visit_id = v.id) as who, v.note as more
        from visit v where v.household_id = ${id}::uuid and v.status <> 'WITHDRAWN' and ${seen("v")}
        union all
        select 'need', n.id::text, n.raised_on::text, coalesce(n.words, ''), coalesce(n.handler_name, n.handler_unit), n.status
        from need n where n.household_id = ${id}::uuid and n.status <> 'WITHDRAWN' and ${seen("n")}
        union all
        select 'measure', m.id::text, coalesce(m.from_on, m.created_at::date)::text, m.project, m.unit, m.status
        from measure m where m.household_id = ${id}::uuid and m.status <> 'WITHDRAWN' and ${seen("m")}
        union all
        select 'life', e.id::text, e.happened_on::text, e.kind || '.' || e.reason, (select string_agg(p.name, '、' order by p.nth)
          from life_change p where p.event_id = e.id and p.household_id = ${id}::uuid and p.kind <> 'RELATION'), null
        from life_event e where e.undone_at is null and ${seen("e")}
          and (e.household_id = ${id}::uuid or e.id in (select event_id from life_change where household_id = ${id}::uuid))
        union all
        select 'status', s.from_on::text, s.from_on::text, s.status, d.name, null
        from household_spell s join division d on d.id = s.division_id where s.household_id = ${id}::uuid and ${seen("s")}
        union all
        select 'change', max(c.id)::text, (c.at at time zone 'Asia/Shanghai')::date::text, string_agg(distinct c.field, ',' order by c.field), c.account_name, null
        from change c where c.household_id = ${id}::uuid and c.entity <> 'measure' and c.field <> 'member' and ${seen("c")}
        group by (c.at at time zone 'Asia/Shanghai')::date, c.account_name) t
      where ${kind}::text is null or t.kind = ${kind} order by day desc, kind, id limit ${kind === null ? LINES.all : LINES.one}::int`;
  },
});
