// Two files of one family: hinted at while typing and in batch, merged without loss, unmerged, or said to be two.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { mergeDuplicate } from "#lib/domains/lives/commands/merge-duplicate.ts";
import { notDuplicate } from "#lib/domains/lives/commands/not-duplicate.ts";
import { takeBackDeed } from "#lib/domains/lives/commands/take-back.ts";
import { likeness } from "#lib/domains/lives/duplicate.ts";
import { alikeWhileTyping, duplicates } from "#lib/domains/lives/queries/duplicates.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { familyLife } from "./family.ts";

const database = testDatabase();
const { divisions } = world;
const { as, enter, family, open, members, ties, of } = familyLife(database);

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  await enter("county-admin", "other-county-admin", "first-secretary", "village-cadre");
});
afterAll(() => holdToday(null));

const typing = (name: string, idNo = "") =>
  reading(as("village-cadre"), (scope) =>
    alikeWhileTyping(scope, { divisionId: divisions.xuetong.id, name, idNo }),
  );
const pairs = async () =>
  (await reading(as("village-cadre"), (scope) => duplicates(scope, {}))).pairs.map(({ like, one, other }) => [
    like as string,
    ...[one.headName, other.headName].sort(),
  ]);

test("the same name, the same sound, another spelling are alike; two different names are not", () => {
  const like = (one: string, other: string) => likeness({ headName: one }, { headName: other });
  expect(like("次仁旺堆", "次仁旺堆")).toBe("NAME");
  expect(like("扎西平措", "札西平措")).toBe("SOUND");
  expect(like("次仁旺堆", "泽仁旺堆")).toBe("SPELLING");
  expect(like("才仁顿珠", "次仁邓珠")).toBe("SPELLING");
  expect(like("卓玛", "拉姆")).toBeNull();
  expect(like("次仁旺堆", "次仁多吉")).toBeNull();
});

test("while a new family is typed its like in the village is shown, and for certain where the number is known", async () => {
  const idNo = `54030019700101204${checkDigit("54030019700101204")}`;
  const known = await family({ headName: "泽仁顿珠", head: { idNo } });
  expect(await typing("次仁顿珠")).toMatchObject([{ id: known.id, like: "SPELLING" }]);
  expect(await typing("别的名字", idNo)).toMatchObject([{ id: known.id, like: "ID" }]);
  expect(await typing("别的名字")).toEqual([]);
  await expect(
    reading(as("first-secretary"), (scope) => alikeWhileTyping(scope, { name: "次仁顿珠" })),
  ).rejects.toMatchObject({ code: "refused" });
});

test("in batch the pairs of a unit are found; one that is said to be two families is not shown again", async () => {
  const one = await family({ headName: "平措旺杰" });
  const other = await family({ headName: "朋措旺杰" });
  const pair = ["SPELLING", ...["平措旺杰", "朋措旺杰"].sort()];
  expect(await pairs()).toContainEqual(pair);
  await notDuplicate(as("village-cadre"), { householdId: one.id, otherId: other.id });
  expect((await pairs()).flat()).not.toContain("朋措旺杰");
  await expect(
    notDuplicate(as("other-county-admin"), { householdId: one.id, otherId: other.id }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a duplicate is merged: who stands in both stays once, who stood in it alone comes over; unmerged nothing is lost", async () => {
  const kept = await family({ headName: "洛桑江村" });
  const twin = await family({
    headName: "洛桑江村",
    members: [
      { name: "央金", relation: "SPOUSE" },
      { name: "小女儿", relation: "DAUGHTER" },
    ],
  });
  const wife = await of(twin.id, "央金");
  const girl = await of(twin.id, "小女儿");
  const merge = {
    householdId: twin.id,
    keptId: kept.id,
    [`relation.${twin.headId}`]: "SAME",
    [`relation.${wife}`]: "SAME",
  };
  await expect(mergeDuplicate(as("village-cadre"), merge)).rejects.toMatchObject({
    fields: { [`relation.${girl}`]: [{ key: "choose" }] },
  });
  const merged = await mergeDuplicate(as("village-cadre"), { ...merge, [`relation.${girl}`]: "DAUGHTER" });
  expect((await members(kept.id)).map(({ name }) => name).sort()).toEqual(
    ["洛桑江村", "央金", "嘎玛", "曲珍", "小女儿"].sort(),
  );
  expect(await open(kept.id)).toMatchObject({ memberCount: 5, incomePerHeadFen: 1_200_000n });
  expect(await open(twin.id)).toMatchObject({ status: "DISSOLVED", memberCount: 0 });
  expect(await ties(twin.id)).toMatchObject([{ side: "TO", kind: "DUPLICATE", otherId: kept.id }]);

  await takeBackDeed(as("village-cadre"), { id: merged.eventId });
  expect(await open(kept.id)).toMatchObject({ memberCount: 4 });
  expect(await open(twin.id)).toMatchObject({ memberCount: 3, status: "EXITED", headName: "洛桑江村" });
  expect((await members(twin.id)).map(({ relation }) => relation)).toEqual(["HEAD", "SPOUSE", "DAUGHTER"]);
  expect(await ties(kept.id)).toEqual([]);
});
