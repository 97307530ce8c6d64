// Who comes to a household and who leaves it, and who heads it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { householdTimeline } from "#lib/domains/households/queries/timeline.ts";
import { memberIn } from "#lib/domains/lives/commands/member-in.ts";
import { memberOut } from "#lib/domains/lives/commands/member-out.ts";
import { passHead } from "#lib/domains/lives/commands/pass-head.ts";
import { takeBackDeed } from "#lib/domains/lives/commands/take-back.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { familyLife } from "./family.ts";

const database = testDatabase();
const { divisions } = world;
const { as, enter, family, open, members, years, life, on, of } = familyLife(database);

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  await enter("county-admin", "other-county-admin", "first-secretary", "village-cadre");
});
afterAll(() => holdToday(null));

test("a member dies: the person is closed, the household is one smaller, and income per head is worked out anew for the open year only", async () => {
  const { id } = await family();
  const personId = await of(id, "央金");
  await memberOut(as("village-cadre"), { householdId: id, personId, reason: "DEATH", on: "2026-11-03" });
  expect(await open(id)).toMatchObject({ memberCount: 3, incomePerHeadFen: 1_600_000n });
  const [now, last] = await years(id);
  expect(now).toMatchObject({ year: 2026, memberCount: 3, incomePerHeadFen: 1_600_000n });
  expect(last).toMatchObject({ year: 2025, memberCount: 4, incomePerHeadFen: 1_200_000n });
  expect((await members(id)).map(({ name }) => name)).not.toContain("央金");
  const [person] = await database.look<{ name: string; household_id: string | null }>(
    "select name, household_id from person where id = $1",
    [personId],
  );
  expect(person).toEqual({ name: "央金", household_id: null });
  expect((await on(id, "2026-11-02")).residents).toHaveLength(4);
  expect((await on(id, "2026-11-03")).residents).toHaveLength(3);
  const [line] = await life(id);
  expect(line).toMatchObject({
    kind: "MEMBER_OUT",
    reason: "DEATH",
    membersBefore: 4,
    membersAfter: 3,
    takable: true,
  });
  const told = () => reading(as("village-cadre"), (scope) => householdTimeline(scope, { id, kind: "life" }));
  expect(await told()).toMatchObject([{ day: "2026-11-03", what: "MEMBER_OUT.DEATH", who: "央金" }]);
  await takeBackDeed(as("village-cadre"), { id: line!.id });
  expect(await told()).toEqual([]);
});

test("incomes by source stay those of the family: what a head has follows their number", async () => {
  const { id } = await family();
  await database.look(
    "insert into income_item (household_id, year, division_id, code, amount_fen) values ($1, 2026, $2, 'WAGE.WORK', 6000000)",
    [id, divisions.xuetong.id],
  );
  expect((await open(id)).incomePerHeadFen).toBe(1_500_000n);
  await memberOut(as("village-cadre"), {
    householdId: id,
    personId: await of(id, "曲珍"),
    reason: "MARRIED_OUT",
    on: "2026-10-01",
  });
  expect((await open(id)).incomePerHeadFen).toBe(2_000_000n);
});

test("a child is born, a wife marries in, and somebody missing in the roll is added without touching what each one earns", async () => {
  const { id } = await family();
  const come = { householdId: id, relation: "OTHER" };
  await memberIn(as("village-cadre"), { ...come, reason: "BIRTH", name: "小多吉", on: "2026-10-08" });
  const born = (await members(id)).find(({ name }) => name === "小多吉");
  expect(born).toMatchObject({ birthOn: "2026-10-08" });
  expect(await open(id)).toMatchObject({ memberCount: 5, incomePerHeadFen: 960_000n });
  await memberIn(as("village-cadre"), { ...come, reason: "RECORDED", name: "老阿妈" });
  expect(await open(id)).toMatchObject({ memberCount: 6, incomePerHeadFen: 960_000n });
  expect((await on(id, "2026-03-01")).residents.map(({ name }) => name)).toContain("老阿妈");
  expect((await on(id, "2026-03-01")).residents.map(({ name }) => name)).not.toContain("小多吉");
  for (const [more, field, key] of [
    [{ reason: "MARRIED_IN" }, "on", "required"],
    [{ reason: "MARRIED_IN", on: "2026-12-01" }, "on", "futureDay"],
    [{ reason: "MARRIED_IN", on: "2024-12-31" }, "on", "life.tooLongAgo"],
    [{ reason: "BIRTH", on: "2026-10-08", birthOn: "2026-10-07" }, "on", "life.birthDay"],
    [{ reason: "CRIME", on: "2026-10-08" }, "reason", "choose"],
    [{ reason: "BIRTH", on: "2026-10-08", relation: "HEAD" }, "relation", "choose"],
    [{ reason: "BIRTH", on: "2026-10-08", relation: "SPOUSE" }, "relation", "life.bornAs"],
    [{ reason: "BIRTH", on: "2026-10-08", relation: "FATHER" }, "relation", "life.bornAs"],
  ] as const)
    await expect(memberIn(as("village-cadre"), { ...come, name: "某某", ...more })).rejects.toMatchObject({
      fields: { [field]: [expect.objectContaining({ key })] },
    });
});

test("who left one family is found again by number when marrying into another; the dead are not", async () => {
  const idNo = `54030019990101202${checkDigit("54030019990101202")}`;
  const one = await family({ members: [{ name: "卓嘎", relation: "DAUGHTER", idNo }] });
  const other = await family();
  const personId = await of(one.id, "卓嘎");
  const come = {
    householdId: other.id,
    reason: "MARRIED_IN",
    on: "2026-09-10",
    name: "卓嘎",
    relation: "DAUGHTER_IN_LAW",
    idNo,
  };
  await expect(memberIn(as("village-cadre"), come)).rejects.toMatchObject({
    fields: { idNo: [{ key: "life.livesElsewhere" }] },
  });
  const left = await memberOut(as("village-cadre"), {
    householdId: one.id,
    personId,
    reason: "MARRIED_OUT",
    on: "2026-09-10",
  });
  await expect(memberIn(as("village-cadre"), { ...come, on: "2026-09-09" })).rejects.toMatchObject({
    fields: { on: [{ key: "life.beforeLast" }] },
  });
  await expect(memberIn(as("village-cadre"), { ...come, name: "别人" })).rejects.toMatchObject({
    fields: { name: [{ key: "life.otherName" }] },
  });
  const joined = await memberIn(as("village-cadre"), come);
  expect(joined.personId).toBe(personId);
  expect((await on(one.id, "2026-09-09")).residents.some((who) => who.personId === personId)).toBe(true);
  expect((await on(other.id, "2026-09-09")).residents.some((who) => who.personId === personId)).toBe(false);
  expect((await on(other.id, "2026-09-10")).residents.some((who) => who.personId === personId)).toBe(true);

  await takeBackDeed(as("village-cadre"), { id: joined.eventId });
  await takeBackDeed(as("village-cadre"), { id: left.eventId });
  expect(await of(one.id, "卓嘎")).toBe(personId);
  await memberOut(as("village-cadre"), {
    householdId: one.id,
    personId,
    reason: "DEATH",
    on: "2026-09-11",
  });
  await expect(memberIn(as("village-cadre"), { ...come, on: "2026-09-12" })).rejects.toMatchObject({
    fields: { idNo: [{ key: "life.recordedDead" }] },
  });
});

test("the head passes on, and everybody's standing with it; lists and search follow; a head does not leave before", async () => {
  const { id, headId, headName } = await family();
  await expect(
    memberOut(as("village-cadre"), { householdId: id, personId: headId, reason: "DEATH", on: "2026-11-01" }),
  ).rejects.toMatchObject({ fields: { personId: [{ key: "life.headFirst" }] } });
  const [wife, son, daughter] = [await of(id, "央金"), await of(id, "嘎玛"), await of(id, "曲珍")];
  const pass = { householdId: id, personId: wife, reason: "HEAD_AWAY", on: "2026-11-01" };
  await expect(
    passHead(as("village-cadre"), { ...pass, [`relation.${son}`]: "SON", [`relation.${headId}`]: "HEAD" }),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: {
      [`relation.${headId}`]: expect.anything(),
      [`relation.${daughter}`]: expect.anything(),
    },
  });
  await passHead(as("village-cadre"), {
    ...pass,
    [`relation.${headId}`]: "SPOUSE",
    [`relation.${son}`]: "SON",
    [`relation.${daughter}`]: "DAUGHTER",
  });
  expect(await open(id)).toMatchObject({ headName: "央金", memberCount: 4 });
  expect((await members(id)).filter(({ relation }) => relation === "HEAD")).toHaveLength(1);
  expect((await on(id, "2026-10-31")).head).toBe(headName);
  expect((await on(id, "2026-11-01")).head).toBe("央金");
  const [entry] = await database.look<{ title: string }>(
    "select title from search_entry where kind = 'household' and subject_id = $1::text",
    [id],
  );
  expect(entry?.title).toBe("央金");
  expect((await years(id)).map((year) => year.headName)).toEqual(["央金", headName]);
  await memberOut(as("village-cadre"), {
    householdId: id,
    personId: headId,
    reason: "DEATH",
    on: "2026-11-01",
  });
  expect((await open(id)).memberCount).toBe(3);
});
