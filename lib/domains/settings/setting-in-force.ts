/** What a setting is on a day and at a place: the county's own value, else the prefecture's, else the default. */
import type { Sql } from "#lib/platform/sql.ts";
import { type SettingKey, settingOf, type Value } from "./setting.ts";

export async function settingInForce(
  sql: Sql,
  key: SettingKey,
  today: string,
  divisionId: number | null = null,
): Promise<Value> {
  const [row] = await sql<{ value: Value }>`
    select value from (
      select u.value, 0 as rank, u.from_on from unit_setting u join division_closure c on c.ancestor_id = u.division_id and c.to_on is null
      where u.key = ${key} and c.node_id = ${divisionId}::int and u.from_on <= ${today}::date
      union all
      select s.value, 1, s.from_on from setting s where s.key = ${key} and s.from_on <= ${today}::date) v
    order by rank, from_on desc limit 1`;
  return row ? row.value : settingOf(key).usual;
}

/** For settings that are numbers. */
export async function numberInForce(
  sql: Sql,
  key: SettingKey,
  today: string,
  divisionId: number | null = null,
): Promise<number> {
  const value = await settingInForce(sql, key, today, divisionId);
  return typeof value === "number" ? value : Number(settingOf(key).usual);
}
