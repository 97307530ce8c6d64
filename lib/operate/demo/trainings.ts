// Trainings of three years: county courses and study tours for cadres, on-site ones of townships, skills taught in villages.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import type { Batch } from "../ground/copy.ts";
import { type Place, placeWithin } from "../ground/places.ts";
import { type Chance, chance } from "./chance.ts";
import { HOME, strengthOf } from "./story.ts";
import { writtenAt } from "./written.ts";

type Person = { id: string; name: string; divisionId: number };
/** Whoever holds a post of a team, other cadres, members who herd, and those who live in the villages. */
type Rosters = { leaders: Person[]; cadres: Person[]; members: Person[]; villagers: Person[] };
type Kind = { title: string; mode: string; audience: string; topic: string; hours: number; days: number };

const COURSES: Kind[] = [
  {
    title: "精准扶贫业务专题培训班",
    mode: "COURSE",
    audience: "CADRES",
    topic: "POVERTY_WORK",
    hours: 24,
    days: 3,
  },
  {
    title: "村党组织书记轮训班",
    mode: "COURSE",
    audience: "MEMBERS",
    topic: "PARTY_WORK",
    hours: 16,
    days: 2,
  },
  {
    title: "基层治理与群众工作培训班",
    mode: "COURSE",
    audience: "CADRES",
    topic: "GOVERNANCE",
    hours: 16,
    days: 2,
  },
];
const OF_MEMBERS: Kind = {
  title: "农牧民党员实用技术培训班",
  mode: "ON_SITE",
  audience: "MEMBERS",
  topic: "PRACTICAL",
  hours: 12,
  days: 2,
};
const TOUR: Kind = {
  title: "赴林芝考察学习产业发展",
  mode: "STUDY_TOUR",
  audience: "CADRES",
  topic: "POVERTY_WORK",
  hours: 30,
  days: 5,
};
const OF_TOWNSHIPS: Kind[] = [
  {
    title: "帮扶工作现场培训",
    mode: "ON_SITE",
    audience: "CADRES",
    topic: "POVERTY_WORK",
    hours: 6,
    days: 1,
  },
  {
    title: "惠民政策法规宣讲培训",
    mode: "ON_SITE",
    audience: "VILLAGERS",
    topic: "POLICY",
    hours: 4,
    days: 1,
  },
  {
    title: "农牧实用技术培训",
    mode: "ON_SITE",
    audience: "VILLAGERS",
    topic: "PRACTICAL",
    hours: 12,
    days: 2,
  },
  { title: "务工技能培训", mode: "COURSE", audience: "VILLAGERS", topic: "LABOR", hours: 40, days: 6 },
];
const OUTSIDERS = ["张建国", "刘敏", "索朗央宗", "周文华"];
/** Yearly of townships in a county, at most. */
const TOWNSHIPS_A_YEAR = 6;

/** What takes part in writing the trainings of one county. */
type Making = { rows: Batch; by: Chance; today: string; account: number };

export async function addTrainings(
  client: pg.ClientBase,
  rows: Batch,
  places: Place[],
  years: number[],
  today: string,
): Promise<void> {
  const { rows: keepers } = await client.query<{ id: number }>(
    "select id from account where username = 'demo-county-admin'",
  );
  const account = keepers[0]!.id;
  // Written a moment ago: without figures the planner looks through all people for each of them.
  await client.query("analyze person, tenure, party_member, division_closure");
  const prefecture = places[0]!;
  const home = placeWithin(prefecture, HOME.county);
  for (const county of prefecture.children) {
    const making: Making = { rows, by: chance(`trainings ${county.code}`), today, account };
    const rosters = await rostersOf(client, county);
    if (rosters.cadres.length === 0) continue;
    for (const year of years) ofYear(making, county, rosters, year);
    if (county === home) {
      withOpenNames(making, county, rosters);
      await inHomeVillage(client, making, placeWithin(placeWithin(county, HOME.township), HOME.village));
    }
  }
  await rows.write(client);
}

async function rostersOf(client: pg.ClientBase, county: Place): Promise<Rosters> {
  const people = async (which: string) =>
    (
      await client.query<Person>(
        `select p.id, p.name, p.division_id as "divisionId" from person p
         join division_closure c on c.node_id = p.division_id and c.ancestor_id = $1 and c.to_on is null
         where ${which} order by p.id limit 3000`,
        [county.id],
      )
    ).rows;
  const leads = "exists (select 1 from tenure t where t.person_id = p.id and t.to_on is null)";
  return {
    leaders: await people(leads),
    cadres: await people(`p.rank is not null and p.rank <> 'MEMBER' and not ${leads}`),
    members: await people(
      "exists (select 1 from party_member m where m.person_id = p.id and m.status = 'ACTIVE' and m.member_group = 'HERDER')",
    ),
    villagers: await people(
      "p.household_id is not null and p.birth_on between '1965-01-01' and '2005-12-31'",
    ),
  };
}

function ofYear(
  making: Making,
  county: Place,
  { leaders, cadres, members, villagers }: Rosters,
  year: number,
) {
  const { by } = making;
  const ahead = Math.round(14 * strengthOf(county));
  const some = (list: Person[], most: number) => draw(by, list, Math.min(most, Math.ceil(list.length * 0.3)));
  const share = (list: Person[], least: number, most: number) =>
    draw(by, list, Math.ceil((list.length * by.between(least, most)) / 100));
  for (const course of COURSES) {
    const there = [...share(leaders, 20 + ahead, 36 + ahead), ...some(cadres, by.between(12, 24))];
    hold(making, county, course, dayOf(by, year), there, by.between(12, 38));
  }
  hold(
    making,
    county,
    TOUR,
    dayOf(by, year),
    [...share(leaders, 2, 5), ...some(cadres, 8)],
    by.between(60, 120),
  );
  hold(making, county, OF_MEMBERS, dayOf(by, year), share(members, 25, 60), by.between(5, 15));
  for (const township of draw(by, county.children, TOWNSHIPS_A_YEAR)) {
    const nodes = new Set([township.id, ...township.children.map(({ id }) => id)]);
    const kind = by.pick(OF_TOWNSHIPS);
    const mine = (kind.audience === "VILLAGERS" ? villagers : [...leaders, ...cadres]).filter(
      ({ divisionId }) => nodes.has(divisionId),
    );
    if (mine.length > 0)
      hold(making, township, kind, dayOf(by, year), draw(by, mine, by.between(8, 32)), by.between(1, 6));
  }
}

/** The latest course of the home county waits for somebody to settle three names. */
function withOpenNames(making: Making, county: Place, { cadres }: Rosters) {
  const { by, rows, today } = making;
  const kind = { ...COURSES[0]!, title: "巩固脱贫成果业务培训班" };
  const id = hold(making, county, kind, addDays(today, -6), draw(by, cadres, 30), 18);
  if (id === null) return;
  for (const [name, unit] of [
    ["次仁", null],
    [cadres[0]!.name.slice(0, 2), "县农业农村局"],
    ["李文博", "西藏农牧学院"],
  ] as const)
    attend(rows, {
      training_id: id,
      host_id: county.id,
      division_id: county.id,
      name,
      unit_typed: unit,
      standing: "UNKNOWN",
    });
}

/** What the village of the demo's first secretary held lately: its lists can still be completed from the phone. */
async function inHomeVillage(client: pg.ClientBase, making: Making, village: Place) {
  const { by, today } = making;
  const people = async (which: string) =>
    (
      await client.query<Person>(
        `select p.id, p.name, p.division_id as "divisionId" from person p
         where p.division_id = $1 and ${which} order by p.id limit 200`,
        [village.id],
      )
    ).rows;
  const villagers = await people(
    "p.household_id is not null and p.birth_on between '1965-01-01' and '2005-12-31'",
  );
  const members = await people("p.party_org_id is not null");
  hold(making, village, OF_TOWNSHIPS[1]!, addDays(today, -3), draw(by, villagers, 9), 1);
  hold(making, village, OF_MEMBERS, addDays(today, -24), draw(by, members, 6), 2);
}

/** Null where the day has not come yet. */
function hold(
  { rows, by, today, account }: Making,
  at: Place,
  kind: Kind,
  on: string,
  people: Person[],
  thousands: number,
): string | null {
  const last = addDays(on, kind.days - 1);
  if (last > today) return null;
  const id = by.id(on);
  rows.add("training", {
    id,
    division_id: at.id,
    title: `${at.name}${kind.title}`,
    mode: kind.mode,
    audience: kind.audience,
    topic: kind.topic,
    level: at.level,
    organizer: at.level === "COUNTY" ? `中共${at.name}委组织部` : `${at.name}人民政府`,
    venue: kind.mode === "STUDY_TOUR" ? "林芝市" : at.level === "COUNTY" ? `${at.name}委党校` : at.name,
    from_on: on,
    to_on: last,
    hours: kind.hours,
    cost_fen: by.happens(0.85) ? thousands * 100_000 : null,
    status: "HELD",
    recorded_by: account,
    created_at: writtenAt(last, 18, by.between(10, 59)),
  });
  for (const person of people)
    attend(rows, {
      training_id: id,
      host_id: at.id,
      person_id: person.id,
      division_id: person.divisionId,
      name: person.name,
      standing: "KNOWN",
    });
  if (kind.audience !== "VILLAGERS" && by.happens(0.3))
    attend(rows, {
      training_id: id,
      host_id: at.id,
      division_id: at.id,
      name: by.pick(OUTSIDERS),
      standing: "OUTSIDER",
    });
  return id;
}

const attend = (rows: Batch, row: Parameters<typeof rows.add<"training_attendee">>[1]) =>
  rows.add("training_attendee", row);

/** Snow and harvest leave the weeks between. */
const dayOf = (by: Chance, year: number) =>
  `${year}-${String(by.between(3, 11)).padStart(2, "0")}-${String(by.between(1, 22)).padStart(2, "0")}`;

/** Some of them, each once. */
function draw<T>(by: Chance, list: readonly T[], count: number): T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const at = by.between(0, left.length - 1);
    drawn.push(left[at]!);
    left[at] = left.at(-1)!;
    left.pop();
  }
  return drawn;
}
