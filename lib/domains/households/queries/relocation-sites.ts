/** relocations.sites: the settlements of the prefecture, with how many households of the viewer's reach were moved there, and how many of them live there. */
import * as z from "zod";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";

export type RelocationSite = {
  id: string;
  name: string;
  divisionId: number;
  place: string;
  capacity: number | null;
  /** Moved in, and of these found living there, or not, when somebody looked last; the rest nobody looked at. */
  moved: number;
  living: number;
  away: number;
};

export const relocationSites = query({
  name: "relocations.sites",
  input: z.object({}),
  run: ({ sql, viewer }) => sql<RelocationSite>`
    select s.id, s.name, s.division_id as "divisionId", d.name as place, s.capacity, coalesce(r.moved, 0) as moved, coalesce(r.living, 0) as living, coalesce(r.away, 0) as away
    from relocation_site s join division d on d.id = s.division_id
    left join (select r.site_id, count(*)::int as moved, count(*) filter (where c.living)::int as living, count(*) filter (where not c.living)::int as away
      from relocation r
      left join lateral (select living from relocation_check c where c.household_id = r.household_id and c.withdrawn_at is null
        order by c.checked_on desc, c.id desc limit 1) c on true
      where r.moved_on is not null and ${reachable(viewer, { division: "r.division_id", household: "r.household_id" })}
      group by r.site_id) r on r.site_id = s.id
    order by d.code nulls last, d.id, s.name`,
});
