/** needs.raiseForm: whose need it is (a household, or a village of the viewer), and the limits that hold there. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { numberInForce, settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { needCategories } from "../categories.ts";
import { RaiseFormAsked } from "../input.ts";

export type Whose = { householdId: string | null; villageId: number | null; name: string; place: string };
export type RaiseForm = {
  whose: Whose | null;
  /** Villages for which the viewer may raise one, when nobody is chosen yet. */
  villages: { id: number; name: string }[];
  categories: Entry[];
  days: Record<string, number>;
  lateDays: number;
};

export const raiseForm = query({
  name: "needs.raiseForm",
  input: RaiseFormAsked,
  run: async (scope, { household, village }): Promise<RaiseForm> => {
    const { sql, viewer, today } = scope;
    const [whose] = household
      ? await sql<Whose & { divisionId: number }>`
          select h.id as "householdId", null::int as "villageId", h.head_name as name, d.name as place, h.division_id as "divisionId"
          from household h join division d on d.id = h.division_id where h.id = ${household}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`
      : village
        ? await sql<Whose & { divisionId: number }>`
            select null::uuid as "householdId", v.id as "villageId", v.name, t.name as place, v.id as "divisionId"
            from division v join division t on t.id = v.parent_id where v.id = ${village} and v.level = 'VILLAGE' and v.closed_on is null and ${reachable(viewer, { division: "v.id" })}`
        : [];
    if ((household || village) && !whose) throw notFound();
    const villages = whose
      ? []
      : (
          await sql<{ id: number; name: string }>`
            select v.id, case when t.id is null then v.name else t.name || ' ' || v.name end as name from division v left join division t on t.id = v.parent_id
            where v.level = 'VILLAGE' and v.closed_on is null and ${reachable(viewer, { division: "v.id" })} order by v.code nulls last, v.id limit 2000`
        ).filter(({ id }) => may(viewer, "visit.record", id));
    const place = whose?.divisionId ?? null;
    return {
      whose: whose ?? null,
      villages,
      categories: await needCategories(sql),
      days: (await settingInForce(sql, "need-days", today, place)) as Record<string, number>,
      lateDays: await numberInForce(sql, "late-days", today, place),
    };
  },
});
