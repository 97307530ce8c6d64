/** services.form: what one needs to accept: the windows where one may, what is handled there, and the item that was chosen. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { provisionalYear, workCalendar } from "#lib/domains/workdays/queries.ts";
import { query } from "#lib/platform/query.ts";
import { FormAsked } from "../input.ts";
import { dueOn } from "../service.ts";

export type WindowChoice = { id: string; divisionId: number; name: string; place: string };
export type ItemChoice = {
  id: string;
  name: string;
  limitDays: number;
  parts: string[];
  papers: string[];
};

export const MOST_WINDOWS = 60;

export const acceptForm = query({
  name: "services.form",
  input: FormAsked,
  may: (viewer) => mayAnywhere(viewer, "service.accept"),
  run: async (scope, { unit, window, item }) => {
    const { sql, viewer, today } = scope;
    const place = await listPlace(scope, unit);
    // The nearest first: the window of the place itself, then those below it.
    const windows = await sql<WindowChoice>`
      select w.id, w.division_id as "divisionId", w.name, d.name as place from service_window w
      join division_closure k on k.node_id = w.division_id and k.ancestor_id = ${place.unit.id} and k.to_on is null join division d on d.id = w.division_id
      where w.closed_on is null and ${reachable(viewer, { division: "w.division_id" })}
      order by k.depth, d.code nulls last, d.id, w.name limit ${MOST_WINDOWS}::int`;
    const chosen = windows.find(({ id }) => id === window) ?? windows[0] ?? null;
    const items = chosen
      ? await sql<ItemChoice>`
          select i.id, i.name, i.limit_days as "limitDays", i.parts, i.papers from service_item i
          join division_closure k on k.ancestor_id = i.division_id and k.node_id = ${chosen.divisionId} and k.to_on is null
          where i.from_on <= ${today}::date and (i.to_on is null or i.to_on > ${today}::date) order by i.name, i.id`
      : [];
    const picked = items.find(({ id }) => id === item) ?? null;
    const calendar = picked ? await workCalendar(scope, {}) : null;
    const due = picked && calendar ? dueOn(today, picked.limitDays, calendar, []) : null;
    return {
      ...{ place, windows, chosen, items, picked, due },
      provisional: await provisionalYear(scope, due),
    };
  },
});
