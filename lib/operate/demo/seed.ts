// Fills an empty database with the demo: real divisions, invented people, every figure counted from rows.
import pg from "pg";
import { addMonths } from "#lib/base/calendar.ts";
import { rebuildAll } from "#lib/indicators/fold.ts";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { batch } from "../ground/copy.ts";
import { forgetNumbers } from "../ground/next-numbers.ts";
import { type Place, readPlaces } from "../ground/places.ts";
import { migrate } from "../migrate.ts";
import { withClient } from "../roles.ts";
import { StartProblem } from "../start-problem.ts";
import { takeDown } from "./bulk.ts";
import { staffOf } from "./cadres.ts";
import { addCampaigns } from "./campaigns.ts";
import { chance } from "./chance.ts";
import { addClosings } from "./closings.ts";
import { layGround } from "./ground.ts";
import { addHelping, helpersOf } from "./helping.ts";
import { type Making, makeHousehold } from "./households.ts";
import { idNumbers } from "./id-numbers.ts";
import { addIncomes } from "./incomes.ts";
import { addIndustry } from "./industry.ts";
import { addInstructions } from "./instructions.ts";
import { addListViews } from "./list-views.ts";
import { addLives } from "./lives.ts";
import { addLiving } from "./living.ts";
import { addMeasures } from "./measures.ts";
import { addMemberDuties } from "./member-duties.ts";
import { addMemberLinks } from "./member-links.ts";
import { addMembers } from "./members.ts";
import {
  addNamedPeople,
  homeVillage,
  NAMED_HELPS,
  type NamedPeople,
  namedHelping,
  namedVisits,
} from "./named-people.ts";
import { addNeeds } from "./needs.ts";
import { addAlike } from "./one-household.ts";
import { addServices } from "./one-stop.ts";
import { addOrgLife } from "./org-life.ts";
import { addPairingPlan } from "./pairing-plans.ts";
import { addPapers } from "./papers.ts";
import { makePartyLine } from "./party-orgs.ts";
import { addPhones } from "./phones.ts";
import { addProcedures } from "./procedures.ts";
import { addProposals } from "./proposals.ts";
import { addRegistry } from "./registry.ts";
import { addReports } from "./reports.ts";
import { addResidentTeams } from "./resident-teams.ts";
import { addSampleChecks } from "./sample-checks.ts";
import { readScale } from "./scale.ts";
import { addStandIn } from "./stand-in.ts";
import { HOME_HOUSEHOLDS, storyOf } from "./story.ts";
import { addTableForms } from "./table-forms.ts";
import { addTalent } from "./talent.ts";
import { addTeams } from "./teams.ts";
import { addTrainings } from "./trainings.ts";
import { addTreeHistory } from "./tree-history.ts";
import { addUnitVillages } from "./unit-villages.ts";
import { addVisitAdditions } from "./visit-additions.ts";
import { addVisitHints } from "./visit-hints.ts";
import { addVisit, together, visitsOf } from "./visiting.ts";
import { addWatch } from "./watch.ts";

/** Households on the register of the whole prefecture. */
const FULL = 38_400;
const YEARS = 3;
const MONTHS_OF_VISITS = 24;

const LOOKED_UP = [
  "division",
  "division_closure",
  "household",
  "household_year",
  "household_spell",
  "membership_year",
  "person",
  "pairing",
];

export type SeedOptions = {
  ownerUrl: string;
  scale?: string | number | undefined;
  log?: (line: string) => void;
};

export async function seedDemo({ ownerUrl, scale, log = () => {} }: SeedOptions): Promise<void> {
  const size = readScale(scale);
  const today = todayInBeijing();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const putUp = await takeDown(client);
    const households = await fill(client, size, today);
    await putUp();
    await addTreeHistory(client, today);
    await client.query("commit");
    await client.query("analyze");
    log(`演示数据：${households} 户，规模 ${Math.round(size * 1000) / 10}%`);
  } finally {
    await client.end();
  }
  await rollUp(ownerUrl, today);
  await instruct(ownerUrl, today);
}

async function rollUp(ownerUrl: string, today: string) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    await rebuildAll(pool, today);
    await addClosings(pool, today);
  } finally {
    await pool.end();
  }
}

async function instruct(ownerUrl: string, today: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await addInstructions(client, today);
    await addReports(client, today);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function fill(client: pg.ClientBase, scale: number, today: string): Promise<number> {
  const places = readPlaces();
  const openYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, at) => openYear - YEARS + 1 + at);
  await layGround(client, { places, years, scale, today });
  const rows = batch();
  const line = makePartyLine(rows, places);
  const idNumber = idNumbers();
  const sizes = villageSizes(places, scale);
  const people = addNamedPeople(rows, staffOf(rows, line, chance("named people"), places), line, places);
  await rows.write(client);
  await forgetNumbers(client, "party_org", "account");
  await addPapers(client);
  await addProposals(client, today);
  await addStandIn(client, today);
  await addOrgLife(client, today);
  let writing = Promise.resolve();
  for (const county of places[0]!.children) {
    const by = chance(county.code);
    const staff = staffOf(rows, line, by, places);
    const story = storyOf(county);
    const branchOf = (village: Place) => line.orgOf.get(village.id)!;
    const making: Making = { rows, by, years, today, story, idNumber, branchOf };
    for (const village of county.children.flatMap((township) => township.children)) {
      fillVillage(making, staff, people, village, sizes.get(village.id)!);
      await new Promise(setImmediate); // the county before is being written meanwhile
    }
    await writing;
    writing = rows.write(client);
    writing.catch(() => {}); // it is awaited below or in the next round
  }
  await writing;
  // What follows asks these tables; without their sizes the planner reads them row by row.
  await client.query(`analyze ${LOOKED_UP.join(", ")}`);
  await addIncomes(client, years);
  await addLiving(client, years);
  await addMeasures(client, years, today);
  await addNeeds(client, today);
  await addIndustry(client, places, today);
  await addLives(client, today);
  await addRegistry(client, today);
  await addMembers(client, people.home, scale, today);
  await addMemberLinks(client, places[0]!, today);
  await addTeams(client, { places, line, scale, today });
  await addMemberDuties(client, today);
  await addTrainings(client, rows, places, years, today);
  await addTalent(client, places, years, today);
  await addResidentTeams(client, today);
  await addUnitVillages(client, today);
  await addCampaigns(client, today);
  await addProcedures(client, today);
  await addAlike(client, today);
  await addSampleChecks(client, today);
  await addPairingPlan(client);
  await addServices(client, places, scale, today);
  await addWatch(client, today);
  await addListViews(client);
  await addTableForms(client, today);
  await addVisitHints(client, today);
  await addVisitAdditions(client, today);
  await addPhones(client, today);
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function fillVillage(
  making: Making,
  staff: ReturnType<typeof staffOf>,
  people: NamedPeople,
  village: Place,
  size: number,
) {
  const { rows, by, story, today } = making;
  const from = addMonths(today, -MONTHS_OF_VISITS);
  let named = 0;
  for (let nth = 1; nth <= size; nth++) {
    const { household, addRow } = makeHousehold(making, village, nth);
    const mine = village === people.home && household.endedOn === null && named < NAMED_HELPS;
    const { spans, lately } = mine
      ? namedHelping(people, named++, Number(today.slice(0, 4)))
      : { spans: helpersOf({ by, staff, story, today }, household), lately: null };
    for (const span of spans) addHelping(rows, by, household, span);
    const trips = lately
      ? spans.flatMap((span) => namedVisits(by, span, lately, from, today))
      : together(
          by,
          spans.map((span) => visitsOf({ by, story, from, today }, span)),
        );
    let lastVisitOn: string | null = null;
    for (const trip of trips) {
      const counted = addVisit(
        rows,
        by,
        household,
        trip,
        today,
        lately && people.accountOf(trip.visitors[0]!),
      );
      if (counted && (lastVisitOn === null || counted > lastVisitOn)) lastVisitOn = counted;
    }
    addRow(lastVisitOn);
  }
}

/** Large and small villages, in the same proportions at every scale. */
function villageSizes(places: Place[], scale: number): Map<number, number> {
  const by = chance("sizes");
  const villages = places.filter(({ level }) => level === "VILLAGE");
  const weights = villages.map(() => 0.35 + by.next() * 1.3);
  const unit = (FULL * scale) / weights.reduce((sum, weight) => sum + weight, 0);
  let [exact, given] = [0, 0];
  const sizes = new Map<number, number>();
  villages.forEach((village, at) => {
    exact += weights[at]! * unit;
    const size = Math.round(exact) - given;
    given += size;
    sizes.set(village.id, village === homeVillage(places) ? Math.max(size, HOME_HOUSEHOLDS) : size);
  });
  return sizes;
}

/** For a database of one's own that shall hold the demo: an empty one, which db:deploy has not prepared for real work. */
export async function seedFromEnvironment(): Promise<void> {
  const { DATABASE_OWNER_URL: ownerUrl, DEMO_SCALE: scale } = process.env;
  if (!ownerUrl) throw new StartProblem("请设置 DATABASE_OWNER_URL，它指向要写入演示数据的空数据库。");
  await migrate(ownerUrl);
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query("select exists (select 1 from division) as used"),
  );
  if (rows[0].used) throw new StartProblem("这个数据库已有行政区划，演示数据只写入空数据库。");
  await seedDemo({ ownerUrl, scale });
}
