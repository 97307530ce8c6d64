/** Which county an area of a file is: by its code, else by its name with or without 县, 区, 市. */
import { shortPlace } from "#lib/base/names.ts";
import type { Area } from "./read-geojson.ts";

export type County = { id: number; code: string | null; name: string };

/** Keys that name the area itself, in the order in which they are believed. */
const NAME_KEYS = ["name", "NAME", "Name", "fullname", "名称", "县名", "区县", "县", "xzqmc", "XZQMC"];

export function matchCounties(areas: readonly Area[], counties: readonly County[]) {
  const matched = new Map<number, Area[]>();
  const leftOut: string[] = [];
  areas.forEach((area, at) => {
    const county = byCode(area, counties) ?? byName(area, counties);
    if (county) matched.set(county.id, [...(matched.get(county.id) ?? []), area]);
    else leftOut.push(nameOf(area) ?? String(at + 1));
  });
  return { matched, leftOut, missing: counties.filter(({ id }) => !matched.has(id)) };
}

/** A code is written with six digits or twelve, and on some maps after the country's 156. Two counties in one area are none. */
function byCode({ said }: Area, counties: readonly County[]): County | null {
  const codes = new Set(
    Object.values(said)
      .map((value) => String(value).trim())
      .filter((text) => /^(156)?\d{6}(0{6})?$/.test(text))
      .map((text) => text.replace(/^156(?=\d{6}(0{6})?$)/, "").slice(0, 6)),
  );
  return onlyOne(counties.filter(({ code }) => code !== null && codes.has(code.slice(0, 6))));
}

function byName(area: Area, counties: readonly County[]): County | null {
  const name = nameOf(area);
  if (name === null) return null;
  const exact = counties.filter((county) => county.name === name);
  return onlyOne(
    exact.length > 0 ? exact : counties.filter((county) => shortPlace(county.name) === shortPlace(name)),
  );
}

const onlyOne = (found: County[]): County | null => (found.length === 1 ? (found[0] ?? null) : null);

function nameOf({ said }: Area): string | null {
  for (const key of NAME_KEYS) {
    const value = said[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim().slice(0, 40);
  }
  return null;
}
