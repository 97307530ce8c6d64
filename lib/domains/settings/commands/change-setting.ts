/** The office gives a setting a value from a day on (for the prefecture or one county), or takes back one that has not begun. */
import { readDay } from "#lib/base/calendar.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { SetSetting, TakeBackSetting } from "../input.ts";
import { readValue, type SettingKey, settingOf, type Value } from "../setting.ts";
import { settingInForce } from "../setting-in-force.ts";

export type Place = { id: number; root: number };

/** The prefecture, or a county of it. */
export async function placeOf({ sql }: Pick<Work, "sql">, unit?: number): Promise<Place | null> {
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

const said = (value: Value) =>
  value === null ? null : typeof value === "object" ? JSON.stringify(value) : String(value);

export const setSetting = command({
  name: "settings.set",
  tells: "setting.set",
  input: SetSetting,
  subject: (work, { unit }) => placeOf(work, unit),
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, input, place) => {
    const key = input.key as SettingKey;
    const parts = Object.fromEntries(
      Object.entries(input).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    );
    const day =
      settingOf(key).kind === "day" && input.value.trim() !== "" ? readDay(input.value, work.today) : null;
    const value = readValue(key, day ?? input.value, parts);
    if (value === undefined)
      throw invalid({ value: [{ key: `settings.${settingOf(key).kind}`, values: limitsOf(key) }] });
    const county = place.id === place.root ? null : place.id;
    if (county !== null && !settingOf(key).perCounty) throw rule("settings.notPerCounty", undefined, "unit");
    const fromOn = dayFromToday(input.fromOn, work.today);
    const before = await settingInForce(work.sql, key, fromOn, county);
    await write(work, { key, fromOn, county, value });
    work.note({
      entity: "setting",
      entityId: key,
      divisionId: place.id,
      field: fromOn,
      old: said(before),
      new: said(value),
    });
    return { key, fromOn, unit: place.id };
  },
  fact: ({ key, fromOn, unit }) => ({ subject: `setting:${key}`, division: unit, fromOn }),
});

type Write = { key: SettingKey; fromOn: string; county: number | null; value: Value };

/** Raw, because JSON null is a value here ("open") and Prisma means something else by it. */
async function write({ tx }: Work, { key, fromOn, county, value }: Write): Promise<void> {
  const json = JSON.stringify(value);
  if (county === null)
    await tx.$executeRaw`insert into setting (key, from_on, value) values (${key}, ${fromOn}::date, ${json}::jsonb)
      on conflict (key, from_on) do update set value = excluded.value`;
  else
    await tx.$executeRaw`insert into unit_setting (key, division_id, from_on, value) values (${key}, ${county}, ${fromOn}::date, ${json}::jsonb)
      on conflict (key, division_id, from_on) do update set value = excluded.value`;
}

function limitsOf(key: SettingKey): Record<string, number> | undefined {
  const setting = settingOf(key);
  return "least" in setting ? { least: setting.least, most: setting.most } : undefined;
}

export const takeBackSetting = command({
  name: "settings.takeBack",
  tells: "setting.takenBack",
  input: TakeBackSetting,
  subject: (work, { unit }) => placeOf(work, unit),
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, { key, fromOn }, place) => {
    if (fromOn <= work.today) throw rule("settings.begun");
    const day = dayToColumn(fromOn);
    const { count } =
      place.id === place.root
        ? await work.tx.setting.deleteMany({ where: { key, fromOn: day } })
        : await work.tx.unitSetting.deleteMany({ where: { key, divisionId: place.id, fromOn: day } });
    if (count === 0) throw rule("settings.begun");
    work.note({
      entity: "setting",
      entityId: key,
      divisionId: place.id,
      field: fromOn,
      old: fromOn,
      new: null,
    });
    return { key, fromOn, unit: place.id };
  },
  fact: ({ key, fromOn, unit }) => ({ subject: `setting:${key}`, division: unit, fromOn }),
});
