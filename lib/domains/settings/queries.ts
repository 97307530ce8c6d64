/** All settings with their values in time, the visit rules, and who changed what. */
import { query } from "#lib/platform/query.ts";
import { Nothing } from "./input.ts";
import { SETTING_KEYS, type Value } from "./setting.ts";

export type DatedValue = {
  key: string;
  unitId: number | null;
  unit: string | null;
  fromOn: string;
  value: Value;
};
export type VisitRuleRow = {
  id: string;
  helperKind: string;
  period: "MONTH" | "QUARTER";
  minCount: number;
  remoteCounts: boolean;
  exemptMonths: number[];
  fromOn: string;
  toOn: string | null;
  /** Pairings of today that it would bind. */
  pairings: number;
};
export type SettingChange = {
  id: string;
  at: string;
  who: string | null;
  what: string;
  field: string;
  old: string | null;
  new: string | null;
};

export const listSettings = query({
  name: "settings.list",
  input: Nothing,
  run: async ({ sql, today }) => {
    const values = await sql<DatedValue>`
      select key, null::int as "unitId", null::text as unit, from_on::text as "fromOn", value from setting where key = any (${SETTING_KEYS}::text[])
      union all
      select u.key, u.division_id, d.name, u.from_on::text, u.value from unit_setting u join division d on d.id = u.division_id
      order by 1, 2 nulls first, 4 desc`;
    const rules = await sql<VisitRuleRow>`
      select r.id, r.helper_kind as "helperKind", r.period, r.min_count as "minCount", r.remote_counts as "remoteCounts",
        r.exempt_months as "exemptMonths", r.from_on::text as "fromOn", r.to_on::text as "toOn",
        (select count(*)::int from pairing p where p.kind = r.helper_kind and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)) as pairings
      from visit_rule r order by r.helper_kind, r.from_on desc`;
    const counties = await sql<{ id: number; name: string }>`
      select id, name from division where level = 'COUNTY' and closed_on is null order by code`;
    const history = await sql<SettingChange>`
      select id::text as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, account_name as who, entity_id as what, field, old, new
      from change where entity in ('setting', 'visitRule') order by id desc limit 40`;
    return { values, rules, counties, history };
  },
});
