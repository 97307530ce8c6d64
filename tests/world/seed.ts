// Writes the named world into an empty database, and counts its roll-ups as of the world's today.
import pg from "pg";
import { rebuildAll } from "#lib/indicators/fold.ts";
import { RULES } from "#lib/operate/ground/visit-rules.ts";
import { anAccount } from "../build/account.ts";
import { aDivision, moveDivision } from "../build/division.ts";
import { aHousehold } from "../build/household.ts";
import { anIncomeLine, someIncome } from "../build/income.ts";
import { anEntity, anIndustryLink } from "../build/industry.ts";
import { aMeasure } from "../build/measure.ts";
import { aTerm, aWeakListing } from "../build/org-life.ts";
import { insert, type Owner } from "../build/owner.ts";
import { aPairing } from "../build/pairing.ts";
import { aPartyOrg } from "../build/party-org.ts";
import { aPerson } from "../build/person.ts";
import { aPost, aTenure } from "../build/post.ts";
import { aVisit } from "../build/visit.ts";
import { seedChecks } from "./checks.ts";
import { INCOMES, LINES } from "./incomes.ts";
import { MEASURES } from "./measures.ts";
import { seedMemberDuties } from "./member-duties.ts";
import { enrollMembers } from "./members.ts";
import { seedNeeds } from "./needs.ts";
import { seedOneStop } from "./one-stop.ts";
import { LISTINGS, TERMS } from "./org-life.ts";
import { seedPhones } from "./phones.ts";
import { PAIRINGS, STORIES, VISITS } from "./stories.ts";
import { seedTalent } from "./talent.ts";
import { seedTrainings } from "./trainings.ts";
import { type HouseholdName, MOVE, type PersonName, WORLD_TODAY, world } from "./world.ts";

export async function seedWorld(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const owner: Owner = { look: async (text, values) => (await pool.query(text, values)).rows };
  try {
    await owner.look("begin");
    await places(owner);
    await settings(owner);
    await peopleAndAccounts(owner);
    await householdsAndHelp(owner);
    for (const one of MEASURES) await aMeasure(owner, one);
    for (const one of INCOMES) await someIncome(owner, one);
    await seedTrainings(owner);
    await industry(owner);
    for (const term of TERMS) await aTerm(owner, term);
    for (const listing of LISTINGS) await aWeakListing(owner, listing);
    await enrollMembers(owner);
    await teams(owner);
    await seedTalent(owner);
    await seedChecks(owner);
    await seedNeeds(owner);
    await seedOneStop(owner);
    await seedMemberDuties(owner);
    await seedPhones(owner);
    await owner.look(
      "insert into list_view (account_id, list, name, query) select id, 'households', '未结对', 'f.paired=no' from account where username = 'county-admin'",
    );
    for (const table of ["division", "party_org", "account"])
      await owner.look("select setval(pg_get_serial_sequence($1, 'id'), 100)", [table]);
    await owner.look("commit");
    await rebuildAll(pool, WORLD_TODAY);
  } finally {
    await pool.end();
  }
}

async function places(owner: Owner) {
  for (const place of Object.values(world.divisions))
    await aDivision(owner, { ...place, parentId: place.id === MOVE.village ? MOVE.from : place.parentId });
  await moveDivision(owner, MOVE.village, MOVE.to, MOVE.on);
  const { yaks, barley, xuetong, ...committees } = world.partyOrgs;
  for (const one of Object.values(committees)) await aPartyOrg(owner, { ...one, kind: "COMMITTEE" });
  await aPartyOrg(owner, { ...xuetong, secretary: "贡布扎西" });
  await aPartyOrg(owner, {
    ...yaks,
    setting: "ENTITY",
    coverage: "ONE_VILLAGE",
    basis: "VILLAGE_LED",
    openedOn: "2019-05-10",
  });
  await aPartyOrg(owner, {
    ...barley,
    setting: "ENTITY",
    coverage: "CROSS_VILLAGE",
    basis: "APPROVER_LED",
    documentNo: "察组发〔2020〕7号",
    openedOn: "2020-03-01",
  });
}

async function settings(owner: Owner) {
  for (const year of [2024, 2025, 2026])
    await insert(owner, "registry_year", { year, status: year === 2026 ? "OPEN" : "CLOSED" });
  for (const { kind, period, exempt } of RULES)
    await insert(owner, "visit_rule", {
      helper_kind: kind,
      period,
      min_count: 1,
      exempt_months: exempt,
      from_on: "2014-01-01",
    });
  const { prefecture, chaya } = world.divisions;
  for (const line of LINES) await anIncomeLine(owner, line);
  for (const year of [2025, 2026]) {
    await insert(owner, "target", { indicator: "R2.1", division_id: prefecture.id, year, value: 9800 });
    await insert(owner, "target", { indicator: "R2.3", division_id: prefecture.id, year, value: 9000 });
    await insert(owner, "target", { indicator: "R2.3", division_id: chaya.id, year, value: 8500 });
  }
}

async function peopleAndAccounts(owner: Owner) {
  for (const person of Object.values(world.people))
    await aPerson(owner, { ...person, politicalStatus: "PARTY_MEMBER" });
  for (const { id, username, role, person } of Object.values(world.accounts))
    await anAccount(owner, {
      id,
      username,
      role,
      name: person.name,
      personId: person.id,
      divisionId: person.divisionId,
    });
}

async function industry(owner: Owner) {
  for (const one of Object.values(world.entities)) await anEntity(owner, one);
  const { yaks, barley, market } = world.entities;
  const { dawa, tashi, pema, tsering } = world.households;
  await anIndustryLink(owner, { entity: yaks, household: dawa, incomes: { 2025: 460_000n } });
  await anIndustryLink(owner, { entity: yaks, household: tashi, role: "WORKER" });
  await anIndustryLink(owner, { entity: barley, household: pema, role: "ORDER" });
  await anIndustryLink(owner, { entity: market, household: tsering, role: "SHAREHOLDER" });
}

async function teams(owner: Owner) {
  for (const post of Object.values(world.posts)) await aPost(owner, post);
  const { secretary, director, deputy, dabuDirector } = world.posts;
  const { leftHelper, villageCadre, townshipHelper, lastHelper } = world.people;
  const first = "2026-01-01";
  await aTenure(owner, {
    post: secretary,
    person: leftHelper,
    fromOn: first,
    toOn: "2026-08-20",
    endReason: "TRANSFERRED",
  });
  await aTenure(owner, {
    post: secretary,
    person: villageCadre,
    fromOn: "2026-10-12",
    tags: { PROSPERITY_LEADER: 2026, GOVERNS_WELL: null },
  });
  await aTenure(owner, { post: director, person: villageCadre, fromOn: first });
  await aTenure(owner, {
    post: deputy,
    person: townshipHelper,
    fromOn: first,
    toOn: "2026-11-10",
    endReason: "RESIGNED",
  });
  await aTenure(owner, { post: dabuDirector, person: lastHelper, fromOn: "2026-03-01" });
}

async function householdsAndHelp(owner: Owner) {
  for (const name of Object.keys(STORIES) as HouseholdName[]) {
    const { headId, idNo, ...household } = world.households[name];
    const { income, members, ...story } = STORIES[name];
    await aHousehold(owner, {
      ...household,
      ...story,
      incomePerHeadFen: income === null ? null : BigInt(income) * 100n,
      years: name === "yeshe" ? [] : [2025, 2026],
      head: {
        id: headId,
        idNo,
        sex: Number(idNo[16]) % 2 === 1 ? "M" : "F",
        phone: `13900002${idNo.slice(14, 17)}`,
      },
      ...(members && { members }),
    });
  }
  const named = (person: PersonName) => world.people[person];
  for (const { household, helper, ...pairing } of PAIRINGS)
    await aPairing(owner, { ...pairing, household: world.households[household], helper: named(helper) });
  for (const [household, visitors, visitedOn, more] of VISITS)
    await aVisit(owner, {
      ...more,
      household: world.households[household],
      visitors: [visitors].flat().map((one) => named(one as PersonName)),
      visitedOn,
    });
}
