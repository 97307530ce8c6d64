/** Pairings that still stand in the register though their helper is gone: why and since when, against the days to name the next (“hand-over-days”). */
import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { query } from "#lib/platform/query.ts";
import { LapsedFilter } from "../input.ts";
import { type LapsedWhy, PAGE_SIZE } from "../pairing.ts";
import { ownHandOverDays } from "./uncovered.ts";

export type LapsedRow = {
  id: string;
  householdId: string;
  headName: string;
  householdNo: string;
  divisionId: number;
  place: string;
  groupName: string | null;
  kind: string;
  helperName: string;
  helperUnit: string | null;
  why: LapsedWhy;
  /** Null where only that it is so is known. */
  since: string | null;
  days: number | null;
  /** The days to name the next, in this place. */
  limit: number;
  /** Somebody else helps the household all the same. */
  othersToo: boolean;
};
export type LapsedPage = { place: ListPlace; total: number; late: number; from: number; rows: LapsedRow[] };

export const listLapsed = query({
  name: "pairings.lapsed",
  input: LapsedFilter,
  may: opensHouseholds,
  run: async (scope, { unit, page }): Promise<LapsedPage> => {
    const { today } = scope;
    const place = await listPlace(scope, unit);
    const usual = await numberInForce(scope.sql, "hand-over-days", today);
    const from = (page - 1) * PAGE_SIZE;
    const rows = await scope.sql<LapsedRow & { total: number; late: number }>`
      with own as (${ownHandOverDays(today)})
      select p.id, p.household_id as "householdId", h.head_name as "headName", h.household_no as "householdNo", p.division_id as "divisionId", d.name as place,
        h.group_name as "groupName", p.kind, p.helper_name as "helperName", p.helper_unit as "helperUnit", g.why, g.since::text as since,
        ${today}::date - g.since + 1 as days, coalesce(own.days, ${usual}::int) as "limit",
        exists (select 1 from pairing o where o.household_id = p.household_id and o.helper_id <> p.helper_id and o.from_on <= ${today}::date
          and (o.to_on is null or o.to_on > ${today}::date)) as "othersToo",
        (count(*) over ())::int as total, (count(*) filter (where ${today}::date - g.since + 1 > coalesce(own.days, ${usual}::int)) over ())::int as late
      from sec.helpers_gone(${today}::date) g join pairing p on p.id = g.pairing_id join household h on h.id = p.household_id
      join division d on d.id = p.division_id left join own on own.node_id = p.division_id
      where ${place.holds({ division: "p.division_id", household: "p.household_id" })}
      order by g.since nulls last, d.code nulls last, h.household_no, p.id offset ${from}::int limit ${PAGE_SIZE}::int`;
    return {
      place,
      total: rows[0]?.total ?? 0,
      late: rows[0]?.late ?? 0,
      from: from + 1,
      rows: rows.map(({ total: _, late: __, ...row }) => row),
    };
  },
});
