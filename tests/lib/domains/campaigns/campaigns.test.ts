// A campaign of visits: what is left is counted from the visits, by unit for the desk and by household in a village; and R1.5 follows every visit.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callCampaign, endCampaign } from "#lib/domains/campaigns/commands/call.ts";
import { listCampaigns, showCampaign } from "#lib/domains/campaigns/queries/campaigns.ts";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { foldMarks, rebuildAll } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { prefecture, chaya, jitang, xuetong, ranni } = world.divisions;
const { accounts, households, people } = world;
let jobs: pg.Pool;
let office: Session;
let secretary: Session;
let lead: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  jobs = openJobPool(database.job, 1);
  office = await signIn(database, accounts.povertyOfficer.username);
  secretary = await signIn(database, accounts.firstSecretary.username);
  lead = await signIn(database, accounts.organizer.username);
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const call = (more: Partial<Parameters<typeof callCampaign>[1]> = {}) =>
  callCampaign(office, {
    ...{
      divisionId: chaya.id,
      name: "入冬大走访",
      fromOn: "2026-11-01",
      lastOn: "2026-12-10",
      covers: "ALL",
    },
    ...more,
  });
const show = (session: Session, id: string, unit: { id: number }) =>
  reading(session, (scope) => showCampaign(scope, { id, unit: String(unit.id) }));

test("a village sees which households are left, the county how far each unit came, and a visit moves both", async () => {
  const { id } = await call();
  const village = await show(secretary, id, xuetong);
  // In November 达瓦扎西, 四郎卓玛 and 贡布多吉 were visited at home; 扎西次仁 was not.
  expect(village.progress).toMatchObject([{ name: "雪通村", whole: 4, done: 3 }]);
  expect(village.left.map(({ headName }) => headName)).toEqual(["扎西次仁"]);
  const before = await show(office, id, chaya);
  expect(before.progress.find(({ name }) => name === "吉塘镇")).toMatchObject({ whole: 6, done: 4 });
  await aVisit(database, {
    household: { id: households.tashi.id, divisionId: xuetong.id },
    visitors: [people.firstSecretary],
    visitedOn: WORLD_TODAY,
  });
  expect((await show(secretary, id, xuetong)).left).toEqual([]);
  expect((await show(office, id, chaya)).progress.find(({ name }) => name === "吉塘镇")).toMatchObject({
    done: 5,
  });
  const { rows } = await reading(secretary, (scope) => listCampaigns(scope, {}));
  expect(rows.map(({ name }) => name)).toEqual(["入冬大走访"]);
});

test("one that covers the poor alone asks for nobody else; it is called off with its reason, by whom it concerns", async () => {
  const { id } = await call({ name: "未脱贫户大走访", covers: "POOR" });
  const { progress } = await show(office, id, chaya);
  const poor = await database.look<{ count: number }>(
    "select count(*)::int as count from household h join division d on d.id = h.division_id where h.status in ('POOR', 'PRE_EXIT', 'RETURNED') and d.parent_id in (select id from division where parent_id = $1)",
    [chaya.id],
  );
  expect(progress.reduce((sum, { whole }) => sum + whole, 0)).toBe(poor[0]?.count);
  await expect(call({ name: "未脱贫户大走访" })).rejects.toMatchObject({
    words: { key: "campaign.already" },
  });
  await expect(call({ name: "倒着走", lastOn: "2026-10-01" })).rejects.toMatchObject({
    fields: { lastOn: [{ key: "campaign.ends" }] },
  });
  await expect(endCampaign(secretary, { id, why: "改期" })).rejects.toMatchObject({ code: "not-found" });
  await endCampaign(office, { id, why: "改到下月" });
  await expect(endCampaign(office, { id, why: "改到下月" })).rejects.toMatchObject({ code: "conflict" });
  await expect(
    callCampaign(office, {
      divisionId: prefecture.id,
      name: "全市",
      fromOn: "2026-11-01",
      lastOn: "2026-12-01",
      covers: "ALL",
    }),
  ).rejects.toMatchObject({
    code: "not-found",
  });
});

test("R1.5 counts a moved family from the first visit at home in the period, before the fold and after it", async () => {
  const figure = async (u: { id: number }) => {
    const told = await reading(lead, (scope) =>
      viewRows(scope, { indicator: "R1.5", u: String(u.id), p: "2026-11", part: "all" }),
    );
    expect(told.rows).toHaveLength(told.figure.whole);
    return `${told.figure.part}/${told.figure.whole}`;
  };
  const stays = async (said: string) => {
    expect(await figure(ranni)).toBe(said);
    await foldMarks(jobs);
    expect(await figure(ranni)).toBe(said);
  };
  await stays("0/1");
  const visit = (kind: "PHONE" | "HOME") =>
    aVisit(database, {
      household: { id: households.dorje.id, divisionId: ranni.id },
      visitors: [people.lastHelper],
      visitedOn: "2026-11-21",
      kind,
    });
  await visit("PHONE");
  await stays("0/1");
  await visit("HOME");
  await stays("1/1");
  await rebuildAll(jobs);
  expect(await figure(ranni), "counted anew").toBe("1/1");
  expect(await figure(jitang)).toBe("1/1");
});
