// The Party line: committees down to the villages, branches of the county's bureaus, and branches on the industry chain.

import type { Batch } from "../ground/copy.ts";
import { committeeOf, type NewPartyOrg, partyOrgs } from "../ground/party-org.ts";
import { countyOf, type Place } from "../ground/places.ts";
import { type Chance, chance } from "./chance.ts";
import { BUREAUS, TRADES } from "./names.data.ts";
import { cadreName, tibetanName } from "./names.ts";

export type Unit = { name: string; place: Place; orgId: number };
export type PartyLine = {
  /** The branch of a village, the committee of a higher place. */
  orgOf: Map<number, number>;
  /** The bureaus of a county, or of the prefecture, by its id. */
  bureausOf: Map<number, Unit[]>;
  secretaryOf: Map<number, string>;
};

const INDUSTRY_BRANCHES = 250;

export function makePartyLine(rows: Batch, places: Place[]): PartyLine {
  const by = chance("party line");
  const orgs = partyOrgs(rows);
  const line: PartyLine = { orgOf: new Map(), bureausOf: new Map(), secretaryOf: new Map() };
  const found: Found = (org) => {
    const secretary =
      org.setting === "AGENCY" ? cadreName(by, "M") : tibetanName(by, by.happens(0.8) ? "M" : "F");
    const id = orgs.add({ ...org, secretary });
    line.secretaryOf.set(id, secretary);
    return id;
  };
  for (const place of places) territorial(place, line, found, by);
  for (const place of places.filter(({ level }) => level === "PREFECTURE" || level === "COUNTY"))
    line.bureausOf.set(place.id, bureaus(place, line, found, by));
  industryChain(places, line, found, by);
  orgs.close();
  return line;
}

type Found = (org: NewPartyOrg) => number;

function territorial(place: Place, line: PartyLine, found: Found, by: Chance) {
  const village = place.level === "VILLAGE";
  const members = by.between(9, 64);
  const large = members > 50;
  const id = found({
    name: village ? `${place.name}${large ? "党总支" : "党支部"}` : committeeOf(place),
    kind: village ? (large ? "GENERAL_BRANCH" : "BRANCH") : "COMMITTEE",
    setting: "TERRITORIAL",
    place,
    leader: place.parent ? line.orgOf.get(place.parent.id)! : null,
    members: village ? members : null,
  });
  line.orgOf.set(place.id, id);
}

function bureaus(place: Place, line: PartyLine, found: Found, by: Chance): Unit[] {
  return BUREAUS.map((bureau) => {
    const name = `${place.name}${bureau}`;
    const orgId = found({
      name: `中共${name}支部委员会`,
      kind: "BRANCH",
      setting: "AGENCY",
      place,
      leader: line.orgOf.get(place.id)!,
      members: by.between(6, 38),
    });
    return { name, place, orgId };
  });
}

/** One village: its branch leads. Several: the approving committee, or a department that the county named (domain.md §1.1 row 3). */
function industryChain(places: Place[], line: PartyLine, found: Found, by: Chance) {
  const taken = new Set<string>();
  const villages = places.filter(({ level }) => level === "VILLAGE");
  for (let made = 0; made < INDUSTRY_BRANCHES; ) {
    const village = by.pick(villages);
    const [township, county] = [village.parent!, countyOf(village)];
    const trade = by.pick(TRADES);
    const openedOn = `${by.between(2016, 2024)}-0${by.between(3, 9)}-${by.between(10, 28)}`;
    const reach = by.weigh([
      ["ONE_VILLAGE", 6],
      ["CROSS_VILLAGE", 3],
      ["CROSS_TOWNSHIP", 1],
    ] as const);
    const where = reach === "ONE_VILLAGE" ? village : reach === "CROSS_VILLAGE" ? township : county;
    const name = {
      ONE_VILLAGE: `${village.name}${trade}专业合作社党支部`,
      CROSS_VILLAGE: `${township.name}${trade}产业党支部`,
      CROSS_TOWNSHIP: `${county.name}${trade}协会联合党支部`,
    }[reach];
    if (taken.has(`${where.id} ${name}`)) continue;
    taken.add(`${where.id} ${name}`);
    made += 1;
    const designated =
      reach === "CROSS_TOWNSHIP" &&
      line.bureausOf.get(county.id)!.find((unit) => unit.name.endsWith("农业农村局"));
    const year = openedOn.slice(0, 4);
    found({
      name,
      kind: designated ? "JOINT_BRANCH" : "BRANCH",
      setting: "ENTITY",
      place: where,
      leader: designated ? designated.orgId : line.orgOf.get(where.id)!,
      coverage: reach,
      basis: designated ? "COUNTY_DESIGNATED" : reach === "CROSS_VILLAGE" ? "APPROVER_LED" : "VILLAGE_LED",
      document:
        reach === "ONE_VILLAGE"
          ? undefined
          : `${county.name.slice(0, 1)}组发〔${year}〕${by.between(3, 90)}号`,
      department: designated ? designated.name : undefined,
      openedOn,
      members: by.between(3, 22),
    });
  }
}
