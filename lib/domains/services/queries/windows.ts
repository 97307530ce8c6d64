/** services.windows: the windows of a place, and the townships and villages below it that have none; services.window: one with what is handled there. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { PlaceAsked, WindowAsked } from "../input.ts";
import type { ItemChoice } from "./form.ts";

export type WindowRow = {
  id: string;
  divisionId: number;
  place: string;
  name: string;
  address: string;
  hours: string;
  openedOn: string;
  closedOn: string | null;
  closedWhy: string | null;
  version: number;
  running: number;
};

export const listWindows = query({
  name: "services.windows",
  input: PlaceAsked,
  may: (viewer) => mayAnywhere(viewer, "cockpit.view"),
  run: async (scope, { unit, edit }) => {
    const { sql, viewer, today } = scope;
    const place = await listPlace(scope, unit);
    const rows = await sql<WindowRow>`
      select w.id, w.division_id as "divisionId", d.name as place, w.name, w.place as address, w.hours, w.opened_on::text as "openedOn",
        w.closed_on::text as "closedOn", w.closed_why as "closedWhy", w.version,
        (select count(*)::int from service_case c where c.window_id = w.id and c.division_id = w.division_id and c.state in ('OPEN', 'PAUSED')) as running
      from service_window w join division d on d.id = w.division_id
      join division_closure k on k.node_id = w.division_id and k.ancestor_id = ${place.unit.id} and k.to_on is null
      order by w.closed_on is not null, k.depth, d.code nulls last, d.id, w.name, w.id limit 300`;
    const without = await sql<{ id: number; name: string }>`
      select d.id, d.name from division d join division_closure k on k.node_id = d.id and k.ancestor_id = ${place.unit.id} and k.to_on is null
      where d.level in ('TOWNSHIP', 'VILLAGE') and d.closed_on is null
        and not exists (select 1 from service_window w where w.division_id = d.id and w.opened_on <= ${today}::date and w.closed_on is null)
      order by d.level <> 'TOWNSHIP', d.code nulls last, d.id limit 60`;
    const mayKeep = (divisionId: number) => may(viewer, "service.window", divisionId);
    const chosen = rows.find(({ id }) => id === edit) ?? null;
    return {
      ...{ place, rows, without },
      edited: chosen && chosen.closedOn === null && mayKeep(chosen.divisionId) ? chosen : null,
      mayOpen: place.unit.level !== "PREFECTURE" && mayKeep(place.unit.id),
      keeps: rows.filter((row) => row.closedOn === null && mayKeep(row.divisionId)).map(({ id }) => id),
    };
  },
});

export const showWindow = query({
  name: "services.window",
  input: WindowAsked,
  may: (viewer) => mayAnywhere(viewer, "cockpit.view"),
  run: async ({ sql, today }, { id }) => {
    const [window] = await sql<Omit<WindowRow, "running" | "version" | "closedWhy">>`
      select w.id, w.division_id as "divisionId", d.name as place, w.name, w.place as address, w.hours, w.opened_on::text as "openedOn", w.closed_on::text as "closedOn"
      from service_window w join division d on d.id = w.division_id where w.id = ${id}::uuid`;
    if (!window) throw notFound();
    const items = await sql<ItemChoice>`
      select i.id, i.name, i.limit_days as "limitDays", i.parts, i.papers from service_item i
      join division_closure k on k.ancestor_id = i.division_id and k.node_id = ${window.divisionId} and k.to_on is null
      where i.from_on <= ${today}::date and (i.to_on is null or i.to_on > ${today}::date) order by i.name, i.id`;
    return { window, items };
  },
});
