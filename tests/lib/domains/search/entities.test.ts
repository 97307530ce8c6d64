// Organizations of the industry chain are found like everything else: by name, pinyin, initials and credit code, own area first.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkOf } from "#lib/domains/industry/credit-number.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anEntity } from "#tests/build/industry.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, entities } = world;
const creditNo = `93540325MA6TA0001${checkOf("93540325MA6TA0001")}`;
let county: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  await anEntity(database, { name: "雪通村藏鸡养殖合作社", divisionId: divisions.xuetong.id, creditNo });
  const { id } = await anEntity(database, { name: "香堆牦牛养殖合作社", divisionId: divisions.xiangdui.id });
  await database.look(
    "update industry_entity set closed_on = '2026-06-01', closed_why = '注销' where id = $1",
    [id],
  );
}, 60_000);
afterAll(() => holdToday(null));

const find = async (session: Session, q: string, limit = 20) =>
  (await reading(session, (scope) => findAnything(scope, { q, limit }))).groups.find(
    ({ kind }) => kind === "industry",
  )?.hits ?? [];

test("by a piece of the name, full pinyin and initials, each with its place, and leading to its own page", async () => {
  for (const q of ["牦牛养殖专业", "雪通村牦牛养殖专业合作社", "xuetongcunmaoniu", "xtcmn"])
    expect((await find(county, q))[0], q).toEqual({
      kind: "industry",
      id: entities.yaks.id,
      title: "雪通村牦牛养殖专业合作社",
      detail: "雪通村 · 吉塘镇",
      href: `/industry/${entities.yaks.id}`,
      closed: false,
    });
});

test("by the credit code as people copy it, whole or from its eighth character on", async () => {
  for (const q of [
    creditNo,
    creditNo.toLowerCase(),
    creditNo.replace(/(.{6})/g, "$1 ").trim(),
    creditNo.slice(0, 8),
  ])
    expect(
      (await find(county, q)).map(({ title }) => title),
      q,
    ).toEqual(["雪通村藏鸡养殖合作社"]);
  expect(await find(county, creditNo.slice(0, 7))).toEqual([]);
  expect(await find(county, creditNo.slice(1))).toEqual([]);
});

test("exact before prefix before inside, and one that is closed says so", async () => {
  expect((await find(county, "列达村农产品市场")).map(({ title }) => title)).toEqual(["列达村农产品市场"]);
  expect((await find(county, "牦牛")).map(({ title, closed }) => `${title} ${closed}`)).toEqual([
    "香堆牦牛养殖合作社 true",
    "雪通村牦牛养殖专业合作社 false",
  ]);
});

test("one's own area stands first among equals, and what is elsewhere is still known", async () => {
  await anEntity(database, { name: "同名合作社", divisionId: divisions.lieda.id });
  await anEntity(database, { name: "同名合作社", divisionId: divisions.xuetong.id });
  const village = await signIn(database, "village-cadre");
  const [first, second] = await find(village, "同名合作社");
  expect([first?.detail, second?.detail]).toEqual(["雪通村 · 吉塘镇", expect.stringContaining("列达村")]);
  expect((await find(village, "同名合作社", 1)).map(({ detail }) => detail)).toEqual(["雪通村 · 吉塘镇"]);
});
