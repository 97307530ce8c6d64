// When the tree moves, the targets of the year are told to be behind, and one deed settles them; the inbox of whoever sets them asks for it.
import { beforeAll, expect, test } from "vitest";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { settleTargets } from "#lib/domains/cockpit/commands/settle-targets.ts";
import { listTargets } from "#lib/domains/cockpit/targets-query.ts";
import { mergeDivisions } from "#lib/domains/divisions/commands/merge.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantSmallTree } from "../divisions/small-tree.ts";

const database = testDatabase();
const year = Number(today().slice(0, 4));
let at: Places;
let city: Session;
let county: Session;

beforeAll(async () => {
  at = await plantSmallTree(database);
  city = await signIn(database, "t-prefecture");
  county = await signIn(database, "t-county");
  for (const [unit, count] of Object.entries({ 市: 100, 甲县: 60, 乙县: 40 }))
    await setTarget(city, { indicator: "F3.1", unit: at[unit], year, count: String(count) });
  for (const [unit, count] of Object.entries({ 东乡: 40, 西乡: 20 }))
    await setTarget(county, { indicator: "F3.1", unit: at[unit], year, count: String(count) });
  await setTarget(county, { indicator: "R2.1", unit: at.西乡, year, percent: "95" });
});

const targets = (session: Session, unit: string) =>
  reading(session, (scope) => listTargets(scope, { u: String(at[unit]), year: String(year) }));
const teachers = async (unit: string) =>
  (await targets(city, unit)).lines.find(({ indicator }) => indicator.id === "F3.1");
const waiting = async (session: Session) =>
  (await reading(session, (scope) => listWaiting(scope, {})))
    .flatMap(({ rows }) => rows)
    .filter(({ kind }) => kind === "targetsAdrift");

test("a township that moves to another county takes its number along, by whoever sets both counties' targets", async () => {
  expect(await teachers("甲县")).toMatchObject({ target: 60, cascade: { together: 60, gap: 0 } });
  await moveDivision(city, { id: at.西乡, targetId: at.乙县, effectiveOn: today() });
  expect(await teachers("甲县")).toMatchObject({ cascade: { set: 1, of: 1, together: 40, gap: -20 } });
  const [drift] = (await targets(county, "甲县")).drifts;
  expect(drift).toMatchObject({
    kind: "MOVE",
    name: "西乡",
    fromName: "甲县",
    toName: "乙县",
    maySettle: false,
  });
  expect(await waiting(city)).toMatchObject([{ name: "西乡" }]);
  expect(await waiting(county)).toEqual([]);
  const settled = { event: drift?.event, year, deed: "CARRIED" };
  await expect(settleTargets(county, settled)).rejects.toMatchObject({ code: "refused" });
  await settleTargets(city, settled);
  expect(await teachers("甲县")).toMatchObject({ target: 40, cascade: { gap: 0 } });
  expect(await teachers("乙县")).toMatchObject({ target: 60 });
  expect(await teachers("市")).toMatchObject({ target: 100, cascade: { gap: 0 } });
  expect((await targets(city, "市")).drifts).toEqual([]);
  expect(await waiting(city)).toEqual([]);
  await expect(settleTargets(city, settled)).rejects.toMatchObject({ code: "not-found" });
});

test("of a merger the number goes to who took it in, and a share of what is gone ends; kept as they are it is not asked about again", async () => {
  await setTarget(city, { indicator: "F3.1", unit: at.南乡, year, count: "40" });
  await mergeDivisions(city, { id: at.南乡, sources: [at.西乡], effectiveOn: today() });
  const [drift] = (await targets(city, "乙县")).drifts;
  expect(drift).toMatchObject({ kind: "MERGE", name: "西乡", otherName: "南乡", maySettle: true });
  expect(drift?.goals.map(({ indicator }) => indicator.id)).toEqual(["F3.1", "R2.1"]);
  await settleTargets(city, { event: drift?.event, year, deed: "CARRIED" });
  expect(await teachers("乙县")).toMatchObject({ target: 60, cascade: { set: 1, together: 60, gap: 0 } });
  expect(await database.look("select 1 from target where division_id = $1", [at.西乡])).toEqual([]);
  const told = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'target.settled'",
  );
  expect(told.map(({ facts }) => facts)).toMatchObject([
    { year, carried: true },
    { year, carried: true },
  ]);

  await moveDivision(city, { id: at.东乡, targetId: at.乙县, effectiveOn: today() });
  const [other] = (await targets(city, "甲县")).drifts;
  await settleTargets(city, { event: other?.event, year, deed: "KEPT" });
  expect((await targets(city, "甲县")).drifts).toEqual([]);
  expect(await teachers("甲县")).toMatchObject({ target: 40 });
});
