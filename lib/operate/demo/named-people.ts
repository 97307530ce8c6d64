// The named persons whom a visitor of the demo may be: their accounts, their posts, and what each of them did lately.
import { addDays, addMonths, partsOf } from "#lib/base/calendar.ts";
import type { Batch } from "../ground/copy.ts";
import { FIRST_DAY } from "../ground/divisions.ts";
import { type Place, placeWithin } from "../ground/places.ts";
import type { Cadre, Staff } from "./cadres.ts";
import type { Chance } from "./chance.ts";
import type { Helping } from "./helping.ts";
import type { PartyLine } from "./party-orgs.ts";
import { HELPER_HELPS, HOME, SECRETARY_HELPS } from "./story.ts";
import type { Visited } from "./visiting.ts";

type Named = {
  username: string;
  role: string;
  name: string;
  sex: "M" | "F";
  at: Place;
  unit: string;
  post: string;
  rank: string;
};
export type NamedPeople = {
  home: Place;
  secretary: Cadre;
  helper: Cadre;
  villageCadre: Cadre;
  accountOf: (cadre: Cadre) => number;
};

export const homeVillage = (places: Place[]): Place => {
  const county = placeWithin(places[0]!, HOME.county);
  return placeWithin(placeWithin(county, HOME.township), HOME.village);
};

function theNamed(places: Place[]): Named[] {
  const home = homeVillage(places);
  const township = home.parent!;
  const county = township.parent!;
  const prefecture = places[0]!;
  const one = (
    username: string,
    role: string,
    name: string,
    sex: "M" | "F",
    at: Place,
    office: string,
    post: string,
    rank: string,
  ): Named => ({
    username: `demo-${username}`,
    role,
    name,
    sex,
    at,
    unit: office,
    post,
    rank,
  });
  return [
    one(
      "prefecture-admin",
      "PREFECTURE_ADMIN",
      "格桑德吉",
      "F",
      prefecture,
      "中共昌都市委组织部",
      "信息科科长",
      "SECTION_LEADER",
    ),
    one(
      "prefecture-leader",
      "PREFECTURE_VIEWER",
      "洛松平措",
      "M",
      prefecture,
      "中共昌都市委员会",
      "市委常委",
      "COUNTY_LEADER",
    ),
    one(
      "county-organization",
      "COUNTY_ORG_DEPT",
      "次仁旺堆",
      "M",
      county,
      `中共${county.name}委组织部`,
      "副部长",
      "SECTION_LEADER",
    ),
    one(
      "county-admin",
      "COUNTY_ADMIN",
      "嘎松曲珍",
      "F",
      county,
      `${county.name}人民政府办公室`,
      "信息中心主任",
      "SECTION_LEADER",
    ),
    one(
      "county-poverty-office",
      "COUNTY_POVERTY_OFFICE",
      "四郎多吉",
      "M",
      county,
      `${county.name}扶贫开发办公室`,
      "业务股股长",
      "STAFF",
    ),
    one(
      "township-admin",
      "TOWNSHIP_ADMIN",
      "向巴泽仁",
      "M",
      township,
      `${township.name}人民政府`,
      "扶贫专干",
      "STAFF",
    ),
    one(
      "township-reviewer",
      "TOWNSHIP_REVIEWER",
      "白玛措姆",
      "F",
      township,
      `${township.name}人民政府`,
      "副镇长",
      "SECTION_LEADER",
    ),
    one(
      "first-secretary",
      "FIRST_SECRETARY",
      "邓增罗布",
      "M",
      home,
      `${county.name}农业农村局`,
      "驻村第一书记",
      "STAFF",
    ),
    one("paired-cadre", "HELPER", "李雪梅", "F", county, `${county.name}教育局`, "科员", "STAFF"),
    one("village-cadre", "VILLAGE_CADRE", "贡布扎西", "M", home, home.name, "村委会主任", "VILLAGE_CADRE"),
    one("auditor", "AUDITOR", "王志强", "M", prefecture, "昌都市审计局", "审计科科长", "SECTION_LEADER"),
    one("system-admin", "SYSTEM_ADMIN", "陈浩", "M", prefecture, "昌都市大数据中心", "工程师", "STAFF"),
    one(
      "security-admin",
      "SECURITY_ADMIN",
      "仁青卓嘎",
      "F",
      prefecture,
      "昌都市大数据中心",
      "安全管理员",
      "STAFF",
    ),
    one(
      "department-user",
      "DEPARTMENT_USER",
      "德吉央宗",
      "F",
      county,
      `${county.name}教育局`,
      "办公室科员",
      "STAFF",
    ),
  ];
}

/** Without passwords: the demo signs them in by one click, and nobody else does. */
export function addNamedPeople(rows: Batch, staff: Staff, line: PartyLine, places: Place[]): NamedPeople {
  const accounts = new Map<string, number>();
  const byRole = new Map<string, Cadre>();
  theNamed(places).forEach(({ username, role, name, sex, at, unit, post, rank }, index) => {
    const cadre = staff.appoint({ name, sex, place: at, orgId: line.orgOf.get(at.id), unit, post, rank });
    const id = index + 1;
    rows.add("account", { id, person_id: cadre.id, username, name, division_id: at.id });
    rows.add("role_grant", { account_id: id, role, division_id: at.id, from_at: `${FIRST_DAY} 00:00+08` });
    accounts.set(cadre.id, id);
    byRole.set(role, cadre);
  });
  return {
    home: homeVillage(places),
    secretary: byRole.get("FIRST_SECRETARY")!,
    helper: byRole.get("HELPER")!,
    villageCadre: byRole.get("VILLAGE_CADRE")!,
    accountOf: (cadre) => accounts.get(cadre.id)!,
  };
}

export type Lately = "done" | "due" | "overdue";
/** How the eight of the secretary and the five of the cadre stand this month. */
const LATELY: Lately[] = ["done", "due", "done", "due", "overdue", "due", "done", "due"];
export const NAMED_HELPS = SECRETARY_HELPS + HELPER_HELPS;

/** What the named people do for the household that is `nth` of those they help. */
export function namedHelping(
  people: NamedPeople,
  nth: number,
  year: number,
): { spans: Helping[]; lately: Lately } {
  const bySecretary = nth < SECRETARY_HELPS;
  const first: Helping = {
    helper: bySecretary ? people.secretary : people.helper,
    kind: "FIRST_HELPER",
    fromOn: bySecretary ? `${year - 1}-03-10` : `${year - 2}-06-20`,
    toOn: null,
    endReason: null,
  };
  const linked: Helping = {
    ...first,
    helper: people.villageCadre,
    kind: "PARTY_MEMBER_LINK",
    fromOn: `${year - 2}-04-01`,
  };
  return { spans: nth % 6 === 0 ? [first, linked] : [first], lately: LATELY[nth % LATELY.length]! };
}

/** Their months: all done until lately; the last two as the story asks. */
export function namedVisits(
  by: Chance,
  { helper, fromOn }: Helping,
  lately: Lately,
  from: string,
  today: string,
): Visited[] {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const missing = { done: 0, due: 0, overdue: 1 }[lately];
  const visits: Visited[] = [];
  const begin = fromOn > from ? fromOn : from;
  for (
    let first = `${begin.slice(0, 7)}-01`;
    first < addMonths(thisMonth, -missing);
    first = addMonths(first, 1)
  ) {
    const winter = partsOf(first).month <= 2;
    const on = addDays(first, by.between(3, 26));
    if (on >= begin && (!winter || by.happens(0.4)))
      visits.push({ on, kind: winter && by.happens(0.5) ? "CONDOLENCE" : "HOME", visitors: [helper] });
  }
  if (lately === "done") {
    const days = partsOf(today).day;
    visits.push({
      on: addDays(today, -by.between(0, Math.min(days - 1, 14))),
      kind: "HOME",
      visitors: [helper],
    });
  }
  return visits;
}
