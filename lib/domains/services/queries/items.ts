/** services.items: what is handled at the windows of a place, with what was handled before and until when. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { PlaceAsked } from "../input.ts";

export type ItemRow = {
  id: string;
  divisionId: number;
  place: string;
  name: string;
  limitDays: number;
  parts: string[];
  papers: string[];
  fromOn: string;
  toOn: string | null;
};

export const listItems = query({
  name: "services.items",
  input: PlaceAsked,
  may: (viewer) => mayAnywhere(viewer, "cockpit.view"),
  run: async (scope, { unit, edit }) => {
    const { sql, viewer } = scope;
    const place = await listPlace(scope, unit);
    // Those of the place and of what is above it hold here.
    const rows = await sql<ItemRow>`
      select i.id, i.division_id as "divisionId", d.name as place, i.name, i.limit_days as "limitDays", i.parts, i.papers, i.from_on::text as "fromOn", i.to_on::text as "toOn"
      from service_item i join division d on d.id = i.division_id
      join division_closure k on k.ancestor_id = i.division_id and k.node_id = ${place.unit.id} and k.to_on is null
      order by i.to_on is not null, i.name, i.from_on desc, i.id limit 200`;
    const mayKeep = (divisionId: number) => may(viewer, "service.item", divisionId);
    const chosen = rows.find(({ id }) => id === edit) ?? null;
    return {
      ...{ place, rows },
      edited: chosen && chosen.toOn === null && mayKeep(chosen.divisionId) ? chosen : null,
      mayAdd: (place.unit.level === "PREFECTURE" || place.unit.level === "COUNTY") && mayKeep(place.unit.id),
      keeps: rows.filter((row) => row.toOn === null && mayKeep(row.divisionId)).map(({ id }) => id),
    };
  },
});
