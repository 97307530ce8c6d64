/** All settings with their values in time, the visit rules, and who changed what. */
import { query } from "#lib/platform/query.ts";
import { SettingList } from "./input.ts";
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
  verb: string;
  entity: "setting" | "visitRule";
  /** The setting, or the kind of helper. */
  what: string;
  /** The county whose own value it was. */
  unit: string | null;
  /** The day from which it holds. */
  field: string;
  old: string | null;
  new: string | null;
};

export const listSettings = query({
  name: "settings.list",
  input: SettingList,
  run: async ({ sql, today }, { of }) => {
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
      select c.id::text as id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, c.account_name as who, c.verb, c.entity, c.entity_id as what,
        d.name as unit, c.field, c.old, c.new
      from change c left join division d on d.id = c.division_id and d.level = 'COUNTY'
      where c.entity in ('setting', 'visitRule') and (${of ?? null}::text is null or c.entity_id = ${of ?? null}::text) order by c.id desc limit 100`;
    return { values, rules, counties, history };
  },
});
