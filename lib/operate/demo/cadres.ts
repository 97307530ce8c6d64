// Who helps: cadres of the bureaus and townships, village cadres and Party members. Made when the last one has enough households.

import type { Batch } from "../ground/copy.ts";
import { addToIndex, keysOf } from "../ground/index-names.ts";
import { countyOf, type Place, townshipOf } from "../ground/places.ts";
import type { Chance } from "./chance.ts";
import { cadreName, phoneNumber, tibetanName } from "./names.ts";
import type { PartyLine, Unit } from "./party-orgs.ts";

export type Cadre = {
  id: string;
  name: string;
  unit: string;
  post: string;
  rank: string;
  phone: string;
  /** The day of the month on which this one usually goes. */
  day: number;
};
export type Staff = {
  /** A cadre of a bureau or of the township for a household of the village. */
  cadreFor: (village: Place) => Cadre;
  /** A cadre of before, who helps there no more. */
  formerFor: (village: Place) => Cadre;
  memberFor: (village: Place) => Cadre;
  leaderFor: (village: Place) => Cadre;
  appoint: (who: Appointed) => Cadre;
};
export type Appointed = {
  name: string;
  sex: "M" | "F";
  place: Place;
  orgId?: number;
  unit: string;
  post: string;
  rank: string;
};

export function staffOf(rows: Batch, line: PartyLine, by: Chance, places: Place[]): Staff {
  const prefecture = places[0]!;
  const waiting = new Map<string, { cadre: Cadre; room: number }>();
  const appoint = (who: Appointed) => person(rows, by, who);
  /** The one who has room left, else a new one. */
  const next = (desk: string, room: () => number, make: () => Cadre): Cadre => {
    const last = waiting.get(desk);
    const one = last && last.room > 0 ? last : { cadre: make(), room: room() };
    waiting.set(desk, { ...one, room: one.room - 1 });
    return one.cadre;
  };
  const bureauOf = (village: Place): Unit => {
    const units = line.bureausOf.get((by.happens(0.12) ? prefecture : countyOf(village)).id)!;
    return units[village.id % units.length]!;
  };
  const official = (village: Place): Cadre => {
    const township = townshipOf(village);
    const local = by.happens(0.25);
    const unit = local
      ? { name: `${township.name}人民政府`, place: township, orgId: line.orgOf.get(township.id)! }
      : bureauOf(village);
    const rank = by.happens(0.16) ? "SECTION_LEADER" : "STAFF";
    const post =
      rank === "STAFF"
        ? by.pick(["科员", "科员", "干事", "专业技术人员"])
        : by.pick(["局长", "副局长", "主任"]);
    const sex = by.happens(0.6) ? "M" : "F";
    return appoint({
      name: cadreName(by, sex),
      sex,
      place: unit.place,
      orgId: unit.orgId,
      unit: unit.name,
      post:
        local && rank !== "STAFF"
          ? by.pick(["副镇长", "党委委员"]).replace("镇", township.name.slice(-1))
          : post,
      rank,
    });
  };
  return {
    appoint,
    cadreFor: (village) =>
      next(
        `official ${village.id}`,
        () => by.between(1, 3),
        () => official(village),
      ),
    formerFor: (village) =>
      next(
        `former ${village.id}`,
        () => by.between(2, 4),
        () => official(village),
      ),
    memberFor: (village) =>
      next(
        `member ${village.id}`,
        () => by.between(1, 3),
        () => villager(village, line, by, appoint),
      ),
    leaderFor: (village) =>
      next(
        `leader ${countyOf(village).id}`,
        () => 5,
        () => {
          const county = countyOf(village);
          const sex = by.happens(0.8) ? "M" : "F";
          return appoint({
            name: cadreName(by, sex),
            sex,
            place: county,
            orgId: line.orgOf.get(county.id),
            unit: `${county.name}人民政府`,
            post: by
              .pick(["副县长", "县委常委", "县政协副主席", "县人大常委会副主任"])
              .replace("县", county.name.slice(-1)),
            rank: "COUNTY_LEADER",
          });
        },
      ),
  };
}

function villager(village: Place, line: PartyLine, by: Chance, appoint: Staff["appoint"]): Cadre {
  const sex = by.happens(0.7) ? "M" : "F";
  const cadre = by.happens(0.2);
  return appoint({
    name: tibetanName(by, sex),
    sex,
    place: village,
    orgId: line.orgOf.get(village.id),
    unit: village.name,
    post: cadre ? by.pick(["村委会主任", "党支部副书记", "村监委会主任", "村委会委员"]) : "党员",
    rank: cadre ? "VILLAGE_CADRE" : "MEMBER",
  });
}

function person(rows: Batch, by: Chance, { name, sex, place, orgId, unit, post, rank }: Appointed): Cadre {
  const birthYear = by.between(1967, 1999);
  const id = by.id(`${birthYear + 22}-07-01`);
  const phone = phoneNumber(by);
  const { pinyin, initials } = keysOf(name);
  rows.add("person", {
    id,
    name,
    sex,
    birth_on: `${birthYear}-${String(by.between(1, 12)).padStart(2, "0")}-${String(by.between(1, 28)).padStart(2, "0")}`,
    ethnicity:
      /^\p{Script=Han}{2,3}$/u.test(name) && /^[王李张刘陈杨赵黄周吴徐何曾唐谢冯蒋吕]/.test(name)
        ? "01"
        : "04",
    political_status: orgId === undefined ? "MASSES" : "PARTY_MEMBER",
    phone,
    division_id: place.id,
    party_org_id: orgId,
    unit_name: unit,
    post,
    rank,
    pinyin,
    initials,
  });
  addToIndex(rows, { kind: "person", id, divisionId: place.id, title: name, detail: `${unit} ${post}` });
  return { id, name, unit, post, rank, phone, day: by.between(2, 27) };
}
