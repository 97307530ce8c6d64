// How a household divides, joins another and ends, and how a mistake is taken back.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dissolveHousehold } from "#lib/domains/lives/commands/dissolve-household.ts";
import { memberIn } from "#lib/domains/lives/commands/member-in.ts";
import { mergeHousehold } from "#lib/domains/lives/commands/merge-household.ts";
import { rehearseLife } from "#lib/domains/lives/commands/rehearse.ts";
import { splitHousehold } from "#lib/domains/lives/commands/split-household.ts";
import { takeBackDeed } from "#lib/domains/lives/commands/take-back.ts";
import { rehearsalOfLife } from "#lib/domains/lives/queries/rehearsal.ts";
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import type { BuiltHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { testDatabase } from "#tests/support/database.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { familyLife } from "./family.ts";

const database = testDatabase();
const { divisions, people } = world;
const { as, enter, family, open, members, years, life, ties, on, of } = familyLife(database);

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  await enter("county-admin", "other-county-admin", "first-secretary", "village-cadre");
});
afterAll(() => holdToday(null));

async function dividedFamily() {
  const home = await family();
  await aPairing(database, {
    household: home,
    helper: people.firstSecretary,
    kind: "FIRST_HELPER",
    fromOn: "2025-01-01",
  });
  const son = await of(home.id, "嘎玛");
  const asked = { householdId: home.id, go: [son], headId: son, reason: "MARRIAGE", on: "2026-10-01" };
  return { home, son, asked };
}

test("a family divides after a marriage: members are conserved, pairings and history stay with the old file and are found from both", async () => {
  const { home, son, asked } = await dividedFamily();
  const rehearsal = await reading(as("village-cadre"), (scope) =>
    rehearsalOfLife(scope, { ...asked, kind: "SPLIT" }),
  );
  expect(rehearsal).toMatchObject({ pairings: 1, running: 0, headId: son });
  expect([rehearsal.go.length, rehearsal.stay.length]).toEqual([1, 3]);
  await rehearseLife(as("village-cadre"), { ...asked, kind: "SPLIT" });
  expect((await open(home.id)).memberCount).toBe(4);

  const made = await splitHousehold(as("village-cadre"), { ...asked, groupName: "二组" });
  expect(await open(home.id)).toMatchObject({
    memberCount: 3,
    incomePerHeadFen: 1_200_000n,
    status: "EXITED",
  });
  expect(await open(made.id)).toMatchObject({
    memberCount: 1,
    headName: "嘎玛",
    incomePerHeadFen: 1_200_000n,
    status: "EXITED",
    groupName: "二组",
    helpers: [],
  });
  expect((await open(home.id)).helpers).toHaveLength(1);
  expect(await ties(home.id)).toMatchObject([
    { otherId: made.id, side: "TO", kind: "SPLIT", reachable: true },
  ]);
  expect(await ties(made.id)).toMatchObject([{ otherId: home.id, side: "FROM", pairings: 1 }]);
  expect((await years(made.id)).map(({ year }) => year)).toEqual([2026]);
  expect((await years(home.id)).map(({ memberCount }) => memberCount)).toEqual([3, 4]);
  expect((await on(home.id, "2026-09-30")).residents).toHaveLength(4);
  expect(await on(made.id, "2026-09-30")).toMatchObject({ place: null, residents: [] });
  expect((await on(made.id, "2026-10-01")).head).toBe("嘎玛");
  const facts = (day: string) =>
    database.look<{ n: number }>(
      "select count(*)::int as n from fact_households($1::date) where household_id = any ($2)",
      [day, [home.id, made.id]],
    );
  expect([await facts("2026-09-30"), await facts("2026-10-01")]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
});

test("incomes by source are divided by heads, to the last fen", async () => {
  const { home, asked } = await dividedFamily();
  await database.look(
    "insert into income_item (household_id, year, division_id, code, amount_fen) values ($1, 2026, $2, 'WAGE.WORK', 1000003)",
    [home.id, divisions.xuetong.id],
  );
  const made = await splitHousehold(as("village-cadre"), asked);
  const sums = () =>
    database.look(
      "select household_id = $1 as old, sum(amount_fen)::int as sum from income_item where household_id = any ($2) group by 1 order by 1",
      [home.id, [home.id, made.id]],
    );
  expect(await sums()).toEqual([
    { old: false, sum: 250_000 },
    { old: true, sum: 750_003 },
  ]);
  await takeBackDeed(as("village-cadre"), { id: made.eventId });
  expect(await sums()).toEqual([{ old: true, sum: 1_000_003 }]);
});

test("a division is taken back as if it had not been, until something hangs on the new file", async () => {
  const { home, son, asked } = await dividedFamily();
  const made = await splitHousehold(as("village-cadre"), asked);
  await takeBackDeed(as("village-cadre"), { id: made.eventId });
  expect(await open(home.id)).toMatchObject({ memberCount: 4 });
  await expect(open(made.id)).rejects.toMatchObject({ code: "not-found" });
  expect(await ties(home.id)).toEqual([]);
  expect((await life(home.id))[0]).toMatchObject({ undoneBy: "贡布扎西", takable: false });
  expect((await on(home.id, "2026-10-02")).residents).toHaveLength(4);
  await expect(takeBackDeed(as("village-cadre"), { id: made.eventId })).rejects.toMatchObject({
    words: { key: "life.takenBack" },
  });

  const again = await splitHousehold(as("village-cadre"), asked);
  await aPairing(database, {
    household: { id: again.id, divisionId: home.divisionId },
    helper: people.villageCadre,
    kind: "KINSHIP",
    fromOn: "2026-10-02",
  });
  await expect(takeBackDeed(as("village-cadre"), { id: again.eventId })).rejects.toMatchObject({
    words: { key: "life.newFileInUse" },
  });
  expect(await of(again.id, "嘎玛")).toBe(son);
});

test("a need that the new file raised keeps the division from being taken back", async () => {
  const { asked } = await dividedFamily();
  const made = await splitHousehold(as("village-cadre"), asked);
  await raiseNeed(as("village-cadre"), {
    ...{
      id: randomUUID(),
      householdId: made.id,
      source: "SELF",
      category: "NEED_HOUSING",
      urgency: "NORMAL",
    },
    ...{ words: "新户还没有房子", raisedOn: WORLD_TODAY },
  });
  await expect(takeBackDeed(as("village-cadre"), { id: made.eventId })).rejects.toMatchObject({
    words: { key: "life.newFileInUse" },
  });
});

test("a division that makes no sense says which field, and changes nothing", async () => {
  const { home, son, asked } = await dividedFamily();
  for (const [more, field, key] of [
    [{ go: [] }, "go", "life.whoGoes"],
    [{ go: [home.headId] }, "go", "life.headStays"],
    [{ headId: home.headId }, "headId", "life.headOfNew"],
    [{ go: [son, await of(home.id, "曲珍")] }, `relation.${await of(home.id, "曲珍")}`, "choose"],
    [{ on: "2026-11-26" }, "on", "futureDay"],
  ] as const)
    await expect(splitHousehold(as("village-cadre"), { ...asked, ...more })).rejects.toMatchObject({
      fields: { [field]: [expect.objectContaining({ key })] },
    });
  await expect(splitHousehold(as("first-secretary"), asked)).rejects.toMatchObject({ code: "refused" });
  await expect(splitHousehold(as("other-county-admin"), asked)).rejects.toMatchObject({ code: "not-found" });
  expect((await open(home.id)).memberCount).toBe(4);
});

async function joinedFamilies(): Promise<{ from: BuiltHousehold; into: BuiltHousehold; input: object }> {
  const from = await family({
    members: [{ name: "德吉", relation: "SPOUSE" }],
    incomePerHeadFen: 600_000n,
  });
  const into = await family({ members: [{ name: "索朗", relation: "SON" }] });
  const wife = await of(from.id, "德吉");
  const input = {
    householdId: from.id,
    intoId: into.id,
    reason: "FAMILY_REJOINED",
    on: "2026-10-15",
    [`relation.${from.headId}`]: "SIBLING",
    [`relation.${wife}`]: "OTHER",
  };
  return { from, into, input };
}

test("a family joins another: its members go over, its file ends and points on, its running pairing ends with it; taken back, all is as before", async () => {
  const { from, into, input } = await joinedFamilies();
  await aPairing(database, {
    household: from,
    helper: people.firstSecretary,
    kind: "FIRST_HELPER",
    fromOn: "2025-01-01",
  });
  const joined = await mergeHousehold(as("village-cadre"), input);
  expect(await open(into.id)).toMatchObject({ memberCount: 4, incomePerHeadFen: 900_000n });
  expect(await open(from.id)).toMatchObject({ memberCount: 0, status: "DISSOLVED", helpers: [] });
  expect(await ties(from.id)).toMatchObject([{ otherId: into.id, side: "TO", kind: "MERGE" }]);
  expect((await members(into.id)).filter(({ relation }) => relation === "HEAD")).toHaveLength(1);
  const pairing = () =>
    database.look("select to_on::text, end_reason from pairing where household_id = $1", [from.id]);
  expect(await pairing()).toEqual([{ to_on: "2026-10-15", end_reason: "HOUSEHOLD_ENDED" }]);
  expect((await on(from.id, "2026-10-14")).residents).toHaveLength(2);
  expect(await on(from.id, "2026-10-15")).toMatchObject({ status: "DISSOLVED", residents: [] });
  await expect(
    memberIn(as("village-cadre"), {
      householdId: from.id,
      reason: "BIRTH",
      on: "2026-10-20",
      name: "某某",
      relation: "SON",
    }),
  ).rejects.toMatchObject({ words: { key: "life.ended" } });

  await takeBackDeed(as("village-cadre"), { id: joined.eventId });
  expect(await open(into.id)).toMatchObject({ memberCount: 2, incomePerHeadFen: 1_200_000n });
  expect(await open(from.id)).toMatchObject({ memberCount: 2, incomePerHeadFen: 600_000n, status: "EXITED" });
  expect(await pairing()).toEqual([{ to_on: null, end_reason: null }]);
  expect(
    await database.look(
      "select status, from_on::text, to_on::text from household_spell where household_id = $1 order by from_on",
      [from.id],
    ),
  ).toEqual([{ status: "EXITED", from_on: "2016-01-01", to_on: null }]);
});

test("a joining is not taken back after either file was changed, nor goes anywhere that does not exist", async () => {
  const { from, into, input } = await joinedFamilies();
  for (const [more, field, key] of [
    [{ intoId: from.id }, "intoId", "life.intoItself"],
    [{ intoId: undefined, intoNo: "没有这户" }, "intoNo", "life.noSuchFile"],
    [{ intoId: "" }, "intoId", "choose"],
  ] as const)
    await expect(mergeHousehold(as("village-cadre"), { ...input, ...more })).rejects.toMatchObject({
      fields: { [field]: [expect.objectContaining({ key })] },
    });
  const joined = await mergeHousehold(as("village-cadre"), input);
  await memberIn(as("village-cadre"), {
    householdId: into.id,
    reason: "BIRTH",
    on: "2026-11-01",
    name: "新生",
    relation: "GRANDSON",
  });
  await expect(takeBackDeed(as("village-cadre"), { id: joined.eventId })).rejects.toMatchObject({
    words: { key: "life.writtenSince" },
  });
  expect((await life(into.id)).find(({ id }) => id === joined.eventId)).toMatchObject({ takable: false });
});

test("a file ends when all have moved away, and comes back when that was a mistake", async () => {
  const { id } = await family();
  const ended = await dissolveHousehold(as("village-cadre"), {
    householdId: id,
    reason: "ALL_MOVED",
    on: "2026-11-10",
  });
  expect(await open(id)).toMatchObject({ status: "DISSOLVED", memberCount: 0 });
  const [now, last] = await years(id);
  expect([now?.status, last?.status]).toEqual(["DISSOLVED", "EXITED"]);
  expect((await on(id, "2026-11-09")).residents).toHaveLength(4);
  await takeBackDeed(as("village-cadre"), { id: ended.eventId });
  expect(await open(id)).toMatchObject({ status: "EXITED", memberCount: 4, incomePerHeadFen: 1_200_000n });
  expect((await members(id)).map(({ relation }) => relation)).toEqual(["HEAD", "SPOUSE", "SON", "DAUGHTER"]);
});
