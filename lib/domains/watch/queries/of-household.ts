/** watch.ofHousehold: why one family stands on the watch list, what visits closed before, and which visits may close what is open. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import type { WatchEntry } from "../entry.ts";
import { WatchOfHousehold } from "../input.ts";
import { CLOSES } from "../inside/closes.ts";

export const watchOfHousehold = query({
  name: "watch.ofHousehold",
  input: WatchOfHousehold,
  run: (scope, { household }) => scope.sql<WatchEntry>`
    select w.id, w.version, w.reason, w.detail, w.found_on::text as "foundOn", ${scope.today}::date - w.found_on as days,
      w.closed_on::text as "closedOn", w.closed_by_name as "closedByName", w.words, w.visit_id as "visitId", coalesce(c.visits, '[]') as visits
    from watch_entry w left join lateral (
      select json_agg(json_build_object('id', v.id, 'on', v.visited_on, 'kind', v.kind,
        'visitors', (select string_agg(r.person_name, '、') from visit_visitor r where r.visit_id = v.id)) order by v.visited_on desc, v.id) as visits
      from visit v where w.closed_on is null and v.household_id = w.household_id and ${CLOSES}) c on true
    where w.household_id = ${household}::uuid and (w.gone_on is null or w.closed_on is not null)
      and ${reachable(scope.viewer, { division: "w.division_id", household: "w.household_id" })}
    order by w.closed_on desc nulls first, w.found_on, w.reason, w.id limit 30`,
});
