/** What the office proposes, read and held to the rules: the same for the look before it and for the deed. */
import { readDay } from "#lib/base/calendar.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { readValue, type SettingKey, settingOf } from "../setting.ts";
import { settingInForce } from "../setting-in-force.ts";

export type Place = { id: number; root: number };
type Asking = Pick<Scope, "sql" | "today">;

/** The prefecture, or a county of it. */
export async function placeOf({ sql }: Pick<Scope, "sql">, unit?: number): Promise<Place | null> {
  const [place] = await sql<Place>`
    select coalesce(c.id, p.id) as id, p.id as root from division p left join division c on c.id = ${unit ?? null}::int and c.level = 'COUNTY'
    where p.level = 'PREFECTURE' and (${unit ?? null}::int is null or c.id is not null)`;
  return place ?? null;
}

/** What is past keeps what held then. */
export function dayFromToday(typed: string, today: string): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ fromOn: [{ key: "malformed" }] });
  if (day < today) throw invalid({ fromOn: [{ key: "settings.past" }] });
  return day;
}

type Typed = { key: string; value: string; fromOn: string };

export async function proposedSetting({ sql, today }: Asking, input: Typed, place: Place) {
  const key = input.key as SettingKey;
  const setting = settingOf(key);
  const parts = Object.fromEntries(
    Object.entries(input).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
  const day = setting.kind === "day" && input.value.trim() !== "" ? readDay(input.value, today) : null;
  const value = readValue(key, day ?? input.value, parts);
  const limits = "least" in setting ? { least: setting.least, most: setting.most } : undefined;
  if (value === undefined) throw invalid({ value: [{ key: `settings.${setting.kind}`, values: limits }] });
  const county = place.id === place.root ? null : place.id;
  if (county !== null && !setting.perCounty) throw rule("settings.notPerCounty", undefined, "unit");
  const fromOn = dayFromToday(input.fromOn, today);
  return { key, value, county, fromOn, before: await settingInForce(sql, key, fromOn, county) };
}

/** A rule is laid on top of the last one: a later one stands in the way. */
export async function noLaterRule({ sql }: Asking, helperKind: string, fromOn: string): Promise<void> {
  const [later] = await sql<{ day: string }>`
    select from_on::text as day from visit_rule where helper_kind = ${helperKind} and from_on > ${fromOn}::date order by from_on limit 1`;
  if (later) throw rule("settings.laterRule", { day: later.day }, "fromOn");
}
