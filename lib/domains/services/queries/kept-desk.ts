/** services.keptDesk: what whoever sits at a window needs there without a network: the windows of one's own place, what is handled, one's own latest cases. */
import { may } from "#lib/domains/accounts/roles.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import type { State } from "../service.ts";
import type { ItemChoice, WindowChoice } from "./form.ts";

export type KeptCase = {
  id: string;
  number: string;
  item: string;
  applicant: string;
  acceptedOn: string;
  dueOn: string | null;
  state: State;
  missing: { position: number; name: string }[];
};
/** What is handled at a window hangs on its place. */
export type KeptDesk = {
  windows: WindowChoice[];
  items: (ItemChoice & { places: number[] })[];
  cases: KeptCase[];
};

const MOST_WINDOWS = 10;
const MOST_ITEMS = 100;
const MOST_CASES = 40;
/** So long a case that has ended is still shown: its number may be asked for. */
const ENDED_DAYS = 7;

export const keptDesk = query({
  name: "services.keptDesk",
  input: Nothing,
  run: async ({ sql, viewer, today }): Promise<KeptDesk | null> => {
    const places = [...new Set(viewer.grants.map(({ divisionId }) => divisionId))].filter((place) =>
      may(viewer, "service.accept", place),
    );
    if (places.length === 0) return null;
    const windows = await sql<WindowChoice>`
      select w.id, w.division_id as "divisionId", w.name, d.name as place from service_window w join division d on d.id = w.division_id
      where w.division_id = any (${places}::int[]) and w.closed_on is null order by d.code nulls last, d.id, w.name limit ${MOST_WINDOWS}::int`;
    if (windows.length === 0) return null;
    const items = await sql<KeptDesk["items"][number]>`
      select i.id, i.name, i.limit_days as "limitDays", i.parts, i.papers, array_agg(k.node_id) as places from service_item i
      join division_closure k on k.ancestor_id = i.division_id and k.node_id = any (${windows.map(({ divisionId }) => divisionId)}::int[]) and k.to_on is null
      where i.from_on <= ${today}::date and (i.to_on is null or i.to_on > ${today}::date) group by i.id order by i.name, i.id limit ${MOST_ITEMS}::int`;
    const cases = await sql<KeptCase>`
      select c.id, c.number, c.item_name as item, c.applicant, c.accepted_on::text as "acceptedOn", c.due_on::text as "dueOn", c.state,
        coalesce((select jsonb_agg(jsonb_build_object('position', p.position, 'name', p.name) order by p.position)
          from service_paper p where p.case_id = c.id and p.handed_on is null), '[]') as missing
      from service_case c where c.account_id = ${viewer.accountId} and c.window_id = any (${windows.map(({ id }) => id)}::uuid[])
        and c.division_id = any (${places}::int[])
        and (c.state in ('OPEN', 'PAUSED') or c.closed_on > ${today}::date - ${ENDED_DAYS}::int)
      order by c.accepted_on desc, c.created_at desc, c.id limit ${MOST_CASES}::int`;
    return { windows, items, cases };
  },
});
