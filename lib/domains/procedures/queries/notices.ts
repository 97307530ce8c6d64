/** procedures.notices and procedures.notice: the lists that hang under a unit, and one of them as its poster shows it. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ListNotices, NoticeId } from "../input.ts";
import type { CalendarName, Kind, StepName } from "../procedure.ts";

export type NoticeRow = {
  id: string;
  kind: Kind;
  step: StepName;
  place: string;
  fromOn: string;
  untilOn: string;
  lines: number;
  paused: number;
};

export const listNotices = query({
  name: "procedures.notices",
  input: ListNotices,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const held = place.holds({ division: "n.division_id", household: "l.household_id" });
    const rows = await scope.sql<NoticeRow>`
      select n.id, n.kind, n.step, d.name as place, n.from_on::text as "fromOn", (max(l.due_on) - 1)::text as "untilOn", count(*)::int as lines,
        (count(*) filter (where l.paused_on is not null))::int as paused
      from publicity_notice n join publicity_line l on l.notice_id = n.id join division d on d.id = n.division_id
      where ${held} and l.closed_on is null and l.withdrawn_on is null and (l.due_on > ${scope.today}::date or l.paused_on is not null)
      group by n.id, d.id order by max(l.due_on), d.code nulls last, n.id limit 200`;
    return { unit: place.unit, rows };
  },
});

/** Only what the public may see, for the board as for the web (domain.md §10). */
export type PublicLine = {
  name: string;
  group: string | null;
  persons: number | null;
  item: string;
  amountFen: number | null;
};
export type NoticeView = {
  id: string;
  code: string;
  kind: Kind;
  step: StepName;
  place: string;
  above: string | null;
  fromOn: string;
  untilOn: string;
  days: number;
  calendar: CalendarName;
  office: string;
  phone: string;
  lines: PublicLine[];
};

export const showNotice = query({
  name: "procedures.notice",
  input: NoticeId,
  run: async ({ sql, viewer }, { id }): Promise<NoticeView> => {
    const [notice] = await sql<NoticeView>`
      select n.id, n.code, n.kind, n.step, d.name as place,
        (select string_agg(a.name, '' order by c.depth desc) from division_closure c join division a on a.id = c.ancestor_id
          where c.node_id = d.id and c.depth > 0 and c.to_on is null and a.level <> 'PREFECTURE') as above,
        n.from_on::text as "fromOn", (max(l.due_on) - 1)::text as "untilOn", n.days, n.calendar, n.office, n.phone,
        jsonb_agg(jsonb_build_object('name', l.shown_name, 'group', l.group_name, 'persons', l.persons, 'item', l.item, 'amountFen', l.amount_fen)
          order by l.group_name nulls last, l.id) as lines
      from publicity_notice n join publicity_line l on l.notice_id = n.id join division d on d.id = n.division_id
      where n.id = ${id}::uuid and l.withdrawn_on is null and ${reachable(viewer, { division: "n.division_id" })} group by n.id, d.id`;
    if (!notice) throw notFound();
    return notice;
  },
});
