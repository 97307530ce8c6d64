// The real divisions of the prefecture from the list beside this file: codes and names as published, words of office left out.
import { readFileSync } from "node:fs";

export type Level = "PREFECTURE" | "COUNTY" | "TOWNSHIP" | "VILLAGE";
export type Place = {
  id: number;
  code: string;
  name: string;
  level: Level;
  parent: Place | null;
  children: Place[];
};

/** Parents stand before their children. */
export function readPlaces(): Place[] {
  const text = readFileSync(new URL("./changdu-divisions.csv", import.meta.url), "utf8");
  const byCode = new Map<string, Place>();
  const rank = { prefecture: 0, county: 1, township: 2, village: 3 };
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",") as [string, string, keyof typeof rank, string])
    .sort((a, b) => rank[a[2]] - rank[b[2]] || a[0].localeCompare(b[0]));
  return rows.map(([code, name, level, parentCode], index) => {
    const parent = byCode.get(parentCode) ?? null;
    const place: Place = {
      id: index + 1,
      code,
      name: level === "village" ? villageName(name) : name,
      level: level.toUpperCase() as Level,
      parent,
      children: [],
    };
    parent?.children.push(place);
    byCode.set(code, place);
    return place;
  });
}

/** 雪通村村委会 is the committee of 雪通村. A residents' committee without a 社区 keeps its name: there is no other. */
export function villageName(name: string): string {
  const bare = name.replace(/村(?:民委员会|委会)村?$/, "").replace(/社区居民?委(?:员)?会$/, "社区");
  return bare === name || /(?:村|牧场)$/.test(bare) || /社区$/.test(bare) ? bare : `${bare}村`;
}

export const placeWithin = (parent: Place, name: string): Place => {
  const found = parent.children.find((child) => child.name === name);
  if (!found) throw new Error(`no ${name} in ${parent.name}`);
  return found;
};

export const countyOf = (place: Place): Place =>
  place.level === "COUNTY" || !place.parent ? place : countyOf(place.parent);
export const townshipOf = (village: Place): Place => village.parent!;
