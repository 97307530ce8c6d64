// The four indicators of the industry chain move with what offices write down, live and folded, and never rewrite a month that is over.
import type pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { periodOf, previous } from "#lib/base/period.ts";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { closeEntity } from "#lib/domains/industry/commands/close-entity.ts";
import { correctEntity } from "#lib/domains/industry/commands/correct-entity.ts";
import { endLink, linkHousehold } from "#lib/domains/industry/commands/link-household.ts";
import { registerEntity } from "#lib/domains/industry/commands/register-entity.ts";
import { setParty } from "#lib/domains/industry/commands/set-party.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { indicatorsOf } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks, rebuildAll } from "#lib/indicators/fold.ts";
import { ROWS_A_PAGE } from "#lib/indicators/rows.ts";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs, households, entities } = world;
const F1 = indicatorsOf("F1").filter(({ id }) => ["F1.1", "F1.2", "F1.3", "F1.4"].includes(id));
const today = todayInBeijing();
const month = periodOf(today, "month");
const last = previous(month);
let jobs: pg.Pool;
let organizer: Session;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  organizer = await signIn(database, world.accounts.organizer.username);
  await rebuildAll(jobs);
}, 60_000);
afterAll(() => jobs.end());

const read = (unit: number, period = month) =>
  reading(organizer, async (scope) => {
    const figures = await readFigures(scope, { indicators: F1, units: [unit], periods: [period] });
    return Object.fromEntries(
      F1.map(({ id }) => {
        const { part, whole } = figures.of(id, unit, period);
        return [id, `${part}/${whole}`];
      }),
    );
  });

/** The same before the fold and after it. */
async function figures(unit: number, period = month) {
  const live = await read(unit, period);
  await foldMarks(jobs);
  expect(await read(unit, period), "folded").toEqual(live);
  return live;
}
const kept = () =>
  database.look("select * from rollup where indicator = any ($1) order by indicator, division_id, period", [
    F1.map(({ id }) => id),
  ]);
afterEach(async () => {
  await foldMarks(jobs);
  const folded = await kept();
  await rebuildAll(jobs);
  expect(await kept(), "counted anew").toEqual(folded);
}, 60_000);

const facts = (more: Record<string, unknown>) => ({
  ...{ kind: "ASSOCIATION", creditNo: "", registeredOn: "2020-05-10", capital: "", operator: "" },
  ...{ memberCount: "", partyMembers: "", fullMembers: "", ...more },
});
const covers = (id: string, partyOrgId: number | null, coverage = "OWN") =>
  setParty(organizer, { id, coverage, partyOrgId: partyOrgId ?? "", mode: "", fromOn: today });
const correct = async (id: string, more: Record<string, unknown>) => {
  const now = await reading(organizer, (scope) => getEntity(scope, { id }));
  return correctEntity(organizer, {
    id,
    version: now.version,
    ...facts({
      name: now.name,
      kind: now.kind,
      divisionId: now.divisionId,
      registeredOn: now.registeredOn ?? "",
      partyMembers: String(now.partyMembers ?? ""),
      fullMembers: String(now.fullMembers ?? ""),
      villages: now.villages.map((village) => village.id),
      ...more,
    }),
  });
};

test("scenario 3: across two townships village-led is refused and changes nothing; approver-led passes, and the rate moves", async () => {
  const { chaya, xuetong, laxi } = divisions;
  const { id } = await registerEntity(
    organizer,
    facts({ name: "察雅县牦牛产业协会", divisionId: chaya.id, villages: [xuetong.id, laxi.id] }),
  );
  expect(await figures(chaya.id)).toMatchObject({ "F1.1": "2/3", "F1.3": "2/2" });
  const branch = await aPartyOrg(database, {
    ...{ name: "牦牛协会党支部", divisionId: chaya.id, setting: "ENTITY", coverage: "CROSS_TOWNSHIP" },
    ...{ basis: "VILLAGE_LED", leaderId: partyOrgs.xuetong.id, openedOn: "2024-06-01" },
  });
  // Led by a village though it spans two townships: it counts, and not as resolved.
  expect(await figures(chaya.id)).toMatchObject({ "F1.3": "2/3" });
  await expect(covers(id, branch.id)).rejects.toMatchObject({ words: { key: "industry.ruleBroken" } });
  expect(await figures(chaya.id)).toMatchObject({ "F1.1": "2/3", "F1.3": "2/3" });
  await database.look(
    "update party_org_affiliation set basis = 'APPROVER_LED', leading_org_id = $2 where org_id = $1",
    [branch.id, partyOrgs.chaya.id],
  );
  await covers(id, branch.id);
  expect(await figures(chaya.id)).toMatchObject({ "F1.1": "3/3", "F1.3": "3/3" });
});

test("an entity that grows beyond its village leaves its branch unresolved from today on, and the month before as it was", async () => {
  const { yaks } = entities;
  const before = await figures(divisions.chaya.id, last);
  await correct(yaks.id, { villages: [divisions.xuetong.id, divisions.dabu.id] });
  expect(await figures(divisions.xuetong.id)).toMatchObject({ "F1.1": "1/1", "F1.3": "0/1" });
  expect(await figures(divisions.chaya.id, last)).toEqual(before);
  await correct(yaks.id, { villages: [divisions.xuetong.id] });
  expect(await figures(divisions.xuetong.id)).toMatchObject({ "F1.3": "1/1" });
});

test("three full members ask for a branch of their own; who told no number is not counted as having none", async () => {
  const { market } = entities;
  const { lieda, zuogong } = divisions;
  expect(await figures(lieda.id)).toMatchObject({ "F1.1": "0/1", "F1.2": "0/1" });
  const place = await aPartyOrg(database, {
    divisionId: lieda.id,
    leaderId: partyOrgs.zuogong.id,
    openedOn: "2020-01-01",
  });
  await covers(market.id, place.id, "ATTACHED");
  expect(await figures(lieda.id)).toMatchObject({ "F1.1": "1/1", "F1.2": "0/1" });
  const past = await figures(zuogong.id, last);
  await correct(market.id, { partyMembers: "", fullMembers: "" });
  expect(await figures(lieda.id)).toMatchObject({ "F1.1": "1/1", "F1.2": "0/0" });
  await correct(market.id, { partyMembers: "5", fullMembers: "5" });
  const own = await aPartyOrg(database, {
    ...{ name: "列达村农产品市场党支部", divisionId: lieda.id, setting: "ENTITY", coverage: "ONE_VILLAGE" },
    ...{ basis: "VILLAGE_LED", leaderId: place.id, openedOn: "2020-01-01" },
  });
  await covers(market.id, own.id);
  expect(await figures(lieda.id)).toMatchObject({ "F1.1": "1/1", "F1.2": "1/1", "F1.3": "1/1" });
  expect(await read(zuogong.id, last)).toMatchObject({ "F1.1": past["F1.1"], "F1.2": past["F1.2"] });
  await database.look("update party_org set closed_on = $2 where id = $1", [own.id, today]);
  expect(await figures(lieda.id)).toMatchObject({ "F1.1": "0/1", "F1.2": "0/1", "F1.3": "0/0" });
});

test("a household is taken along from the day of its link to the day of its end, and by covered entities only", async () => {
  const { nima } = households;
  const { laxi, lieda } = divisions;
  const led = async (place: number) => (await figures(place))["F1.4"];
  const whole = Number((await led(laxi.id))?.split("/")[1]);
  const { id } = await linkHousehold(organizer, {
    ...{ id: entities.barley.id, householdId: nima.id, role: "WORKER", fromOn: today },
  });
  expect(await led(laxi.id)).toBe(`1/${whole}`);
  await endLink(organizer, { linkId: id, toOn: today });
  expect(await led(laxi.id)).toBe(`0/${whole}`);
  // 泽仁永宗 is linked with the market, whose organization was closed.
  expect((await led(lieda.id))?.split("/")[0]).toBe("0");
});

test("one that operates no longer leaves the figures, and no month before", async () => {
  const { barley } = entities;
  const { jitang } = divisions;
  const before = await figures(jitang.id, last);
  const now = await read(jitang.id);
  const { version } = await reading(organizer, (scope) => getEntity(scope, { id: barley.id }));
  await closeEntity(organizer, { id: barley.id, version, closedOn: today, why: "不再经营" });
  const after = await figures(jitang.id);
  const whole = (figure: string | undefined) => Number(figure?.split("/")[1]);
  expect(whole(after["F1.1"])).toBe(whole(now["F1.1"]) - 1);
  expect(await figures(jitang.id, last)).toEqual(before);
});

test("the rows behind each number are as many as the number says, each with its name", async () => {
  for (const { id } of F1)
    for (const part of ["all", "met", "missing"]) {
      const view = await reading(organizer, (scope) =>
        viewRows(scope, { indicator: id, u: String(divisions.prefecture.id), p: month, part }),
      );
      const rows = view.industry?.entities ?? view.industry?.orgs ?? view.rows;
      expect([id, part, rows.length]).toEqual([id, part, Math.min(view.total, ROWS_A_PAGE)]);
    }
});

test("the figure and the page of the entity judge an affiliation alike, whatever it is", async () => {
  const { chaya, xuetong, dabu, laxi } = divisions;
  const { id } = await registerEntity(
    organizer,
    facts({ name: "察雅县藏药材协会", divisionId: xuetong.id, villages: [xuetong.id] }),
  );
  const branch = await aPartyOrg(database, {
    ...{ name: "藏药材协会党支部", divisionId: xuetong.id, setting: "ENTITY", coverage: "ONE_VILLAGE" },
    ...{ basis: "VILLAGE_LED", leaderId: partyOrgs.xuetong.id, openedOn: "2020-06-01" },
  });
  await covers(id, branch.id);
  const seen: Record<string, number> = {};
  for (const villages of [[xuetong.id], [xuetong.id, dabu.id], [xuetong.id, laxi.id]]) {
    await correct(id, { villages, divisionId: villages.length > 1 ? chaya.id : xuetong.id });
    for (const basis of ["LINE", "VILLAGE_LED", "APPROVER_LED", "COUNTY_DESIGNATED"])
      for (const leader of [partyOrgs.xuetong, partyOrgs.jitang, partyOrgs.chaya, partyOrgs.yaks])
        for (const [document, dept] of [
          [null, null],
          ["察组发〔2020〕9号", null],
          ["察组发〔2020〕9号", "县农业农村局"],
        ]) {
          // The database itself keeps no designation without its document and department.
          if (basis === "COUNTY_DESIGNATED" && !(document && dept)) continue;
          await database.look(
            "update party_org_affiliation set basis = $2, leading_org_id = $3, document_no = $4, supervising_dept = $5 where org_id = $1",
            [branch.id, basis, leader.id, document, dept],
          );
          const [fact] = await database.look<{ resolved: boolean }>(
            "select resolved from fact_entity_orgs($2) where org_id = $1",
            [branch.id, today],
          );
          const { broken } = await reading(organizer, (scope) => getEntity(scope, { id }));
          const said = `${villages.length} ${basis} ${leader.name} ${document} ${dept}`;
          expect(`${said}: ${fact?.resolved}`).toBe(`${said}: ${broken.length === 0}`);
          seen[String(fact?.resolved)] = (seen[String(fact?.resolved)] ?? 0) + 1;
        }
  }
  expect(seen.true).toBeGreaterThan(5);
  expect(seen.false).toBeGreaterThan(40);
}, 120_000);
