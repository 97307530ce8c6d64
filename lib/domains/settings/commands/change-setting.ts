/** The office gives a setting a value from a day on (for the prefecture or one county), or takes back one that has not begun. */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { SetSetting, TakeBackSetting } from "../input.ts";
import { type Place, placeOf, proposedSetting } from "../inside/proposed.ts";
import type { SettingKey, Value } from "../setting.ts";

const said = (value: Value) =>
  value === null ? null : typeof value === "object" ? JSON.stringify(value) : String(value);

export const setSetting = command({
  name: "settings.set",
  tells: "setting.set",
  input: SetSetting,
  subject: (work, { unit }): Promise<Place | null> => placeOf(work, unit),
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, input, place) => {
    const { key, value, county, fromOn, before } = await proposedSetting(work, input, place);
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
