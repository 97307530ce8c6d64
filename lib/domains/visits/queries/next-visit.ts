/** By when a household is to be visited again: from what its pairings of today owe in the running month and quarter. */
import { firstDay, lastDay, periodOf } from "#lib/base/period.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { type NextVisit, nextVisitOf, type Owed } from "../due.ts";
import { HouseholdOfVisits } from "../input.ts";

export const nextVisit = query({
  name: "visits.next",
  input: HouseholdOfVisits,
  run: async (scope, { household }): Promise<NextVisit> => {
    const { today, viewer } = scope;
    const [month, quarter] = [periodOf(today, "month"), periodOf(today, "quarter")];
    const [monthEnd, quarterEnd] = [lastDay(month), lastDay(quarter)];
    const owed = await scope.sql<Owed>`
      with rule as (
        select p.id, r.period from pairing p join household h on h.id = p.household_id
        cross join lateral (select period from visit_rule where helper_kind = p.kind and from_on <= ${today}::date
          and (to_on is null or to_on > ${today}::date) order by from_on desc limit 1) r
        where p.household_id = ${household}::uuid and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)
          and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}),
      owed as (
        select 'MONTH' as period, f.pairing_id, f.required, f.done, ${monthEnd}::date as by_on
        from fact_duties(${firstDay(month)}::date, ${today}::date, ${monthEnd}::date) f where f.household_id = ${household}::uuid
        union all
        select 'QUARTER', f.pairing_id, f.required, f.done, ${quarterEnd}::date
        from fact_duties(${firstDay(quarter)}::date, ${today}::date, ${quarterEnd}::date) f where f.household_id = ${household}::uuid)
      select o.required, o.done, o.by_on::text as "byOn" from rule join owed o on o.pairing_id = rule.id and o.period = rule.period`;
    return nextVisitOf(owed);
  },
});
