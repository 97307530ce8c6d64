// Organizations of the industry chain: one for each Party organization on it, some that are joined, attached or not covered yet, and
// the households that they take along. Written once the households stand.
import type pg from "pg";
import { checkOf } from "#lib/domains/industry/credit-number.ts";
import { keysOf } from "../ground/index-names.ts";
import { countyOf, type Place } from "../ground/places.ts";
import { type Chance, chance } from "./chance.ts";
import { TRADES } from "./names.data.ts";
import { tibetanName } from "./names.ts";

type Org = { id: number; name: string; place: number; coverage: string; openedOn: string; members: number };
type Row = Record<string, string | number | null>;
type Made = Record<"entities" | "villages" | "parties" | "links" | "incomes" | "years", Row[]>;

/** Entities that have no Party organization of their own, for every one that has. */
const OTHERS = 0.4;
const YEARS_TOLD = 3;

export async function addIndustry(client: pg.ClientBase, places: Place[], today: string): Promise<void> {
  const by = chance("industry");
  const { rows: orgs } = await client.query<Org>(`
    select id, name, division_id as place, coverage, opened_on::text as "openedOn", member_count as members
    from party_org where setting = 'ENTITY' order by id`);
  const branches = await branchesOf(client);
  const made: Made = { entities: [], villages: [], parties: [], links: [], incomes: [], years: [] };
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const org of orgs) covered(made, by, org, byId.get(org.place)!);
  const villages = places.filter(({ level }) => level === "VILLAGE");
  for (let at = 0; at < Math.round(orgs.length * OTHERS); at++) other(made, by, by.pick(villages), branches);
  await linkThem(client, made, by, today);
  tellYears(made, by, today);
  for (const [table, rows] of [
    ["industry_entity", made.entities],
    ["industry_village", made.villages],
    ["industry_party", made.parties],
    ["industry_link", made.links],
    ["industry_income", made.incomes],
    ["industry_year", made.years],
  ] as const)
    await write(client, table, rows);
}

async function branchesOf(client: pg.ClientBase): Promise<Map<number, number>> {
  const { rows } = await client.query<{ place: number; id: number }>(
    "select division_id as place, min(id) as id from party_org where setting = 'TERRITORIAL' group by division_id",
  );
  return new Map(rows.map(({ place, id }) => [place, id]));
}

const KIND: Record<string, string> = {
  ONE_VILLAGE: "COOPERATIVE",
  CROSS_VILLAGE: "BASE",
  CROSS_TOWNSHIP: "ASSOCIATION",
};
const MODE: Record<string, string> = {
  COOPERATIVE: "BRANCH_ASSOC_HOUSEHOLD",
  BASE: "BRANCH_BASE_HOUSEHOLD",
  ASSOCIATION: "BRANCH_ASSOC",
};

/** One that a Party organization is named after. */
function covered(made: Made, by: Chance, org: Org, seat: Place) {
  const kind = KIND[org.coverage] ?? "COOPERATIVE";
  const name = org.name
    .replace(/联合党支部$/, "")
    .replace(/产业党支部$/, "产业基地")
    .replace(/党支部$/, "");
  const inside = villagesIn(seat);
  const chosen = org.coverage === "ONE_VILLAGE" ? [seat] : some(by, inside, by.between(2, 5), org.coverage);
  const id = entity(made, by, {
    name,
    kind,
    seat,
    openedOn: org.openedOn,
    villages: chosen,
    full: org.members,
  });
  made.parties.push({
    ...{
      id: by.id(org.openedOn),
      entity_id: id,
      division_id: seat.id,
      party_org_id: org.id,
      from_on: org.openedOn,
    },
    coverage: org.coverage === "CROSS_TOWNSHIP" ? "JOINT" : "OWN",
    mode: by.happens(0.93) ? (MODE[kind] ?? null) : null,
  });
}

/** One without: its few members are attached to the village's branch, or nobody cares for them yet. */
function other(made: Made, by: Chance, village: Place, branches: Map<number, number>) {
  const kind = by.weigh([
    ["COOPERATIVE", 5],
    ["MARKET", 2],
    ["ENTERPRISE", 1],
    ["CREW", 2],
  ] as const);
  const trade = by.pick(TRADES);
  const name = {
    COOPERATIVE: `${village.name}${trade}农民专业合作社`,
    MARKET: `${village.parent!.name}农产品市场`,
    ENTERPRISE: `${countyOf(village).name}${trade}有限公司`,
    CREW: `${village.name}民工施工队`,
  }[kind];
  if (made.entities.some((one) => one.name === name)) return;
  const openedOn = `${by.between(2018, 2025)}-0${by.between(1, 9)}-${by.between(10, 28)}`;
  const attached = by.happens(0.55);
  const full = attached ? by.between(1, 2) : by.between(0, 4);
  const id = entity(made, by, { name, kind, seat: village, openedOn, villages: [village], full });
  const branch = branches.get(village.id);
  if (attached && branch !== undefined)
    made.parties.push({
      ...{
        id: by.id(openedOn),
        entity_id: id,
        division_id: village.id,
        party_org_id: branch,
        from_on: openedOn,
      },
      ...{ coverage: "ATTACHED", mode: by.happens(0.6) ? "BRANCH_COMPANY_HOUSEHOLD" : null },
    });
}

type Given = { name: string; kind: string; seat: Place; openedOn: string; villages: Place[]; full: number };

function entity(made: Made, by: Chance, { name, kind, seat, openedOn, villages, full }: Given): string {
  const id = by.id(openedOn);
  const { pinyin, initials } = keysOf(name);
  const told = by.happens(0.95);
  const members = full + by.between(6, 70);
  made.entities.push({
    ...{
      id,
      name,
      kind,
      division_id: seat.id,
      opened_on: openedOn,
      registered_on: openedOn,
      pinyin,
      initials,
    },
    credit_no: by.happens(0.92) ? creditNo(by, countyOf(seat).code, made.entities.length) : null,
    capital_fen: by.between(5, 300) * 1_000_000,
    operator: by.happens(0.96) ? tibetanName(by, by.happens(0.75) ? "M" : "F") : null,
    member_count: told ? members : null,
    full_members: told ? full : null,
    party_members: told ? full + by.between(0, 2) : null,
  });
  for (const village of villages)
    made.villages.push({ entity_id: id, village_id: village.id, division_id: seat.id });
  return id;
}

/** Lawful in form; the running number makes it nobody's. */
function creditNo(by: Chance, county: string, nth: number): string {
  const body = `93${county.slice(0, 6)}MA${by.between(10, 99)}${String(nth).padStart(5, "0")}`;
  return body + checkOf(body);
}

const villagesIn = (place: Place): Place[] =>
  place.level === "VILLAGE" ? [place] : place.children.flatMap((child) => villagesIn(child));

/** Neighbors; across townships one from each of several. */
function some(by: Chance, villages: Place[], count: number, coverage: string): Place[] {
  const townships = [...new Set(villages.map((village) => village.parent!))];
  if (coverage === "CROSS_TOWNSHIP" && townships.length > 1) {
    const first = by.between(0, townships.length - 1);
    const chosen = Array.from(
      { length: Math.max(2, Math.min(count, townships.length)) },
      (_, at) => townships[(first + at) % townships.length]!,
    );
    return chosen.map((township) => by.pick(township.children));
  }
  const first = by.between(0, villages.length - 1);
  return Array.from(
    { length: Math.min(count, villages.length) },
    (_, at) => villages[(first + at) % villages.length]!,
  );
}

/** A tenth to a half of the households of its villages, as members first; what they earned in the years that are over. */
async function linkThem(client: pg.ClientBase, made: Made, by: Chance, today: string): Promise<void> {
  const { rows } = await client.query<{ id: string; place: number }>(
    "select id, division_id as place from household where status not in ('REMOVED', 'DISSOLVED') order by division_id, household_no",
  );
  const living = grouped(rows, ({ place }) => place);
  const open = Number(today.slice(0, 4));
  const covering = grouped(made.villages, (row) => String(row.entity_id));
  for (const one of made.entities) {
    const share = 0.1 + by.next() * 0.4;
    for (const { village_id } of covering.get(String(one.id)) ?? [])
      for (const household of living.get(Number(village_id)) ?? []) {
        if (!by.happens(share)) continue;
        const since = Math.max(Number(String(one.opened_on).slice(0, 4)) + 1, open - by.between(1, 5));
        if (since > open) continue;
        const link = by.id(`${since}-03-01`);
        const about = { household_id: household.id, division_id: household.place };
        made.links.push({
          ...{ ...about, id: link, entity_id: String(one.id), from_on: `${since}-03-01` },
          to_on: since < open - 1 && by.happens(0.06) ? `${open - 1}-12-01` : null,
          role: by.weigh([
            ["MEMBER", 5],
            ["WORKER", 3],
            ["SHAREHOLDER", 2],
            ["ORDER", 1],
          ] as const),
        });
        for (let year = Math.max(since, open - YEARS_TOLD); year < open; year++)
          if (by.happens(0.93))
            made.incomes.push({ ...about, link_id: link, year, income_fen: by.between(8, 160) * 10_000 });
      }
  }
}

/** What the ledgers of the years that are over say; one in ten was never handed in. */
function tellYears(made: Made, by: Chance, today: string) {
  const open = Number(today.slice(0, 4));
  for (const { id, division_id, opened_on, member_count } of made.entities)
    for (let year = Math.max(Number(String(opened_on).slice(0, 4)), open - YEARS_TOLD); year < open; year++) {
      if (!by.happens(0.9)) continue;
      made.years.push({
        ...{ entity_id: id ?? null, division_id: division_id ?? null, year },
        poor_members: member_count ? Math.round(Number(member_count) * (0.1 + by.next() * 0.4)) : null,
        output_fen: by.between(10, 400) * 1_000_000,
        raised_fen: by.happens(0.8) ? by.between(8, 60) * 10_000 : null,
      });
    }
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

async function write(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const named = columns.map((column) => `"${column}"`).join(", ");
  await client.query(
    `insert into ${table} (${named}) select ${named} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
