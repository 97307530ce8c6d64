// Leadership teams: the whole of the home county, and every other county with as many townships as the scale asks for. Written once the
// cadres stand: a village's Party members and cadres take its posts first, newcomers the rest.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { standardOf, traitsOf } from "#lib/domains/posts/post.ts";
import { type Batch, batch } from "../ground/copy.ts";
import type { Place } from "../ground/places.ts";
import { staffOf } from "./cadres.ts";
import { type Chance, chance } from "./chance.ts";
import { cadreName, tibetanName } from "./names.ts";
import type { PartyLine } from "./party-orgs.ts";
import { HOME } from "./story.ts";

type Person = { id: string; name: string; unit: string; post?: string };
type Making = {
  rows: Batch;
  by: Chance;
  today: string;
  line: PartyLine;
  /** Cadres and Party members of a place who are free to take a post. */
  free: Map<number, Person[]>;
  newcomer: (place: Place, kind: string, name?: string) => Person;
};
type Spell = { fromOn: string; toOn: string | null; reason: string | null };

/** Tables whose checks go row by row, and whose marks would only say "count everything", which happens at the end anyway. */
const TABLES = ["tenure", "post_quota", "tenure_tag"];

export async function addTeams(
  client: pg.ClientBase,
  { places, line, scale, today }: { places: Place[]; line: PartyLine; scale: number; today: string },
): Promise<void> {
  const by = chance("teams");
  const rows = batch();
  const staff = staffOf(rows, line, by, places);
  const newcomer = (place: Place, kind: string, name?: string): Person => {
    const village = place.level === "VILLAGE";
    const sex = by.happens(0.75) ? "M" : "F";
    const unit = village ? place.name : `${place.name}人民政府`;
    const made = name ?? (village ? tibetanName(by, sex) : cadreName(by, sex));
    const rank = village ? "VILLAGE_CADRE" : "SECTION_LEADER";
    const post = CALLED[kind] ?? "";
    const { id } = staff.appoint({
      name: made,
      sex,
      place,
      orgId: line.orgOf.get(place.id),
      unit,
      post,
      rank,
    });
    return { id, name: made, unit };
  };
  const making: Making = { rows, by, today, line, free: await freeOnes(client), newcomer };
  for (const place of chosen(places, scale)) team(making, place);
  for (const table of TABLES) await client.query(`alter table ${table} disable trigger user`);
  await rows.write(client);
  for (const table of TABLES) await client.query(`alter table ${table} enable trigger user`);
  await client.query(
    `insert into target (indicator, division_id, year, value)
     select t.indicator, d.id, y.year, t.value from division d cross join (values ('F2.1', 9000), ('F2.2', 20), ('F2.3', 7000), ('F3.4', 7000), ('F3.5', 5000)) t (indicator, value)
     cross join unnest($1::int[]) y (year) where d.level = 'PREFECTURE'`,
    [[Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))]],
  );
}

function chosen(places: Place[], scale: number): Place[] {
  const counties = places[0]!.children;
  const teams = counties.flatMap((county) => {
    const all = county.name === HOME.county;
    const townships = all
      ? county.children
      : county.children.slice(0, Math.ceil(county.children.length * scale));
    return [...(all ? [county] : []), ...townships.flatMap((township) => [township, ...township.children])];
  });
  // Who answers for a county is known of every one of them.
  return [...teams, ...counties.filter(({ name }) => name !== HOME.county)];
}

async function freeOnes(client: pg.ClientBase): Promise<Map<number, Person[]>> {
  const { rows } = await client.query<Person & { place: number }>(
    `select id, name, unit_name as unit, post, division_id as place from person
     where household_id is null and rank in ('VILLAGE_CADRE', 'MEMBER') and unit_name is not null order by id`,
  );
  const free = new Map<number, Person[]>();
  for (const { place, ...person } of rows) free.set(place, [...(free.get(place) ?? []), person]);
  return free;
}

function team(making: Making, place: Place) {
  const { rows, by, line, today } = making;
  const orgId = line.orgOf.get(place.id)!;
  const first = `${Number(today.slice(0, 4)) - 2}-01-01`;
  for (const [kind, places] of Object.entries(standardOf(place.level))) {
    if (places === 0) continue;
    const { of, principal, core } = traitsOf(kind);
    const id = by.id(first);
    rows.add("post", {
      ...{ id, kind, principal, core, division_id: place.id },
      party_org_id: of === "PARTY" ? orgId : null,
    });
    rows.add("post_quota", { post_id: id, division_id: place.id, from_on: first, places });
    for (let nth = 0; nth < places; nth++)
      hold(making, { id, kind, principal }, place, spellsOf(by, first, today, principal));
  }
}

function hold(
  making: Making,
  post: { id: string; kind: string; principal: boolean },
  place: Place,
  spells: Spell[],
) {
  const { rows, by, line, free, newcomer, today } = making;
  const secretary = post.kind === "SECRETARY" ? line.secretaryOf.get(line.orgOf.get(place.id)!) : undefined;
  for (const [at, spell] of spells.entries()) {
    const last = at === spells.length - 1;
    const person =
      secretary && last
        ? newcomer(place, post.kind, secretary)
        : (taken(free.get(place.id), post.kind) ?? newcomer(place, post.kind));
    const id = by.id(spell.fromOn);
    rows.add("tenure", {
      ...{
        id,
        post_id: post.id,
        division_id: place.id,
        person_id: person.id,
        person_name: person.name,
        person_unit: person.unit,
      },
      ...{ from_on: spell.fromOn, to_on: spell.toOn, end_reason: spell.reason },
      source: sourceOf(by, place, post.kind),
    });
    if (spell.toOn !== null) continue;
    const year = Number(today.slice(0, 4)) - 1;
    if (post.kind === "SECRETARY" && by.happens(0.4)) tag(rows, id, place, "PROSPERITY_LEADER", year);
    if (post.principal && by.happens(0.3)) tag(rows, id, place, "KNOWS_RURAL", by.happens(0.8) ? year : null);
    if (by.happens(0.12)) tag(rows, id, place, "GOVERNS_WELL", null);
  }
}

const tag = (rows: Batch, tenure: string, place: Place, code: string, assessed: number | null) =>
  rows.add("tenure_tag", { tenure_id: tenure, tag: code, division_id: place.id, assessed_in: assessed });

function sourceOf(by: Chance, place: Place, kind: string): string {
  if (place.level !== "VILLAGE") return by.happens(0.85) ? "APPOINTED" : "ON_SECONDMENT";
  if (kind === "SECRETARY")
    return by.weigh([["ELECTED", 70] as const, ["SENT_DOWN", 20] as const, ["APPOINTED", 10] as const]);
  return by.happens(0.9) ? "ELECTED" : "HIRED";
}

/** How a village calls whoever holds a post. */
const CALLED: Record<string, string> = {
  SECRETARY: "党组织书记",
  DEPUTY_SECRETARY: "党支部副书记",
  PARTY_COMMITTEE_MEMBER: "党组织委员",
  DIRECTOR: "村委会主任",
  DEPUTY_DIRECTOR: "村委会副主任",
  VILLAGE_COMMITTEE_MEMBER: "村委会委员",
  SUPERVISION_DIRECTOR: "村监委会主任",
};

/** Whoever is called so already, else somebody who is called nothing in particular. */
function taken(free: Person[] | undefined, kind: string): Person | undefined {
  const own = free?.findIndex(({ post }) => post === CALLED[kind]) ?? -1;
  const at = own >= 0 ? own : (free?.findIndex(({ post }) => post === "党员") ?? -1);
  return at >= 0 ? free?.splice(at, 1)[0] : undefined;
}

const REASONS = ["TRANSFERRED", "TRANSFERRED", "RESIGNED", "RETIRED", "TERM_OVER"] as const;

/** Most hold on; some were followed by another after a gap, and a few places stand empty since some weeks. */
function spellsOf(by: Chance, first: string, today: string, principal: boolean): Spell[] {
  if (by.happens(principal ? 0.03 : 0.05))
    return [{ fromOn: first, toOn: addDays(today, -by.between(6, 80)), reason: by.pick(REASONS) }];
  if (!by.happens(0.14)) return [{ fromOn: first, toOn: null, reason: null }];
  const left = addDays(first, by.between(200, 600));
  const next = addDays(left, by.happens(0.5) ? 0 : by.between(5, 45));
  return [
    { fromOn: first, toOn: left, reason: by.pick(REASONS) },
    { fromOn: next, toOn: null, reason: null },
  ];
}
