// Proves that the sheet of duties is judged in its cells, sets posts and lets members hold them, changes nothing twice, comes back as it went out, and goes back unless touched.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import { starsOf } from "#lib/domains/imports/sheets/duty-readings.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { endHolding } from "#lib/domains/member-duties/commands/holdings.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aPartyMember } from "#tests/build/party-member.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, type Line, publish, rowsOf, runJobs, type Township, tryOut, view } from "./importing.ts";

test.each([
  ["五星", 5],
  ["4星级", 4],
  ["３", 3],
  ["★★☆☆☆", 2],
  ["一", 1],
  ["六星", null],
  ["优秀", null],
])("“%s” are %s stars", (text, stars) => expect(starsOf(text)).toBe(stars));

const database = testDatabase();
let town: Township;
let clerk: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  clerk = await signIn(database, town.admin);
  const org = await aPartyOrg(database, { name: "吉塘镇吉塘村党支部", divisionId: town.villages[0] });
  const member = async (name: string, more: Partial<Parameters<typeof aPartyMember>[1]> = {}) => {
    const person = await aPerson(database, { divisionId: town.villages[0], name });
    await aPartyMember(database, {
      personId: person.id,
      spells: [{ org: { id: org.id, divisionId: town.villages[0] }, fromOn: "2015-07-01" }],
      joinedOn: "2014-07-01",
      fullOn: "2015-07-01",
      ...more,
    });
  };
  for (const name of ["扎西", "达瓦", "央金"]) await member(name);
  await member("次仁", { fullOn: null });
  await member("洛桑", { flags: [{ flag: "FRAIL", fromOn: "2020-01-01" }] });
});

const line = (change: Line = {}): Line => ({
  序号: "1",
  党支部: "吉塘村党支部",
  姓名: "扎西",
  岗位类别: "公共事务",
  岗位名称: "环境卫生岗",
  职责: "带头打扫村道，监督垃圾清运",
  承诺: "每周清扫一次",
  认岗日期: "2026-03-01",
  半年评: "",
  年度评: "",
  ...change,
});
const staged = (lines: Line[]) =>
  tryOut(database, clerk, {
    sheet: "member-duties",
    divisionId: town.township,
    lines,
    title: "设岗定责一览表",
  });
const holdings = () =>
  database.look<{ id: string; said: string }>(
    `select h.id, concat_ws(' ', h.member_name, p.name, p.places, h.status, h.signed_on, (select string_agg(coalesce(v.result, v.stars::text), '+' order by v.part) from duty_review v where v.holding_id = h.id)) as said
     from duty_holding h join duty_post p on p.id = h.post_id where h.import_id is not null order by said`,
  );

test("each kind of fault is told in its cell", async () => {
  const { id, said } = await staged([
    line({ 党支部: "雪东村党支部" }),
    line({ 姓名: "别人" }),
    line({ 姓名: "次仁" }),
    line({ 姓名: "洛桑" }),
    line({ 认岗日期: "2026-12-01" }),
    line({ 姓名: "达瓦", 年度评: "优秀" }),
    line({ 姓名: "达瓦", 岗位名称: "调解岗", 岗位类别: "", 职责: "" }),
    line({ 姓名: "央金" }),
    line({ 姓名: "央金" }),
    line({ 姓名: "达瓦", 岗位名称: "护林岗", 半年评: "甲等" }),
  ]);
  expect(said).toEqual([
    "BAD orgName.dutyOrgUnknown",
    "BAD name.dutyMemberUnknown",
    "BAD name.dutyUnfitPROBATIONARY",
    "BAD name.dutyUnfitFRAIL",
    "BAD signedOn.needAhead",
    "BAD stars.dutyStars",
    "BAD kind.dutyKind duties.dutyDuties",
    "ADD",
    "BAD postName.duplicateInFile",
    "BAD half.unknownChoice",
  ]);
  // A word that is none of the list is told with the words that may stand there.
  expect((await rowsOf(clerk, id, "BAD")).at(-1)?.problems).toContainEqual(
    expect.objectContaining({ values: { value: "甲等", among: "好 / 一般 / 差" } }),
  );
});

const file = () => [
  line({ 半年评: "优秀" }),
  line({ 姓名: "达瓦", 岗位类别: "", 职责: "" }),
  line({ 姓名: "央金", 岗位类别: "村务监督", 岗位名称: "财务监督岗", 职责: "每季度看一次账" }),
];
let sheet: string;

const waiting = async () =>
  (await reading(clerk, (scope) => listWaiting(scope, {}))).flatMap(({ rows }) => rows).map(({ id }) => id);

test("posts are set and held as signed; the same file twice changes nothing", async () => {
  const first = await staged(file());
  expect(first.said).toEqual(["ADD", "ADD", "ADD"]);
  sheet = first.id;
  expect(await waiting()).toContain(sheet);
  await publish(clerk, sheet);
  expect((await holdings()).map(({ said }) => said)).toEqual([
    "央金 财务监督岗 1 SIGNED 2026-03-01",
    "扎西 环境卫生岗 2 SIGNED 2026-03-01 GOOD",
    "达瓦 环境卫生岗 2 SIGNED 2026-03-01",
  ]);
  const again = await staged(file());
  expect(again.said).toEqual(["SAME", "SAME", "SAME"]);
  expect(await waiting(), "nothing is to be decided about it").not.toContain(again.id);
});

test("what was judged since goes in, another judgement is only told, a full post takes nobody more", async () => {
  const { id, said } = await staged([
    line({ 半年评: "一般" }),
    line({ 姓名: "达瓦", 年度评: "★★★★☆" }),
    line({ 姓名: "央金" }),
  ]);
  expect(said).toEqual(["SAME half.dutyJudged?", "UPDATE", "BAD postName.dutyFull"]);
  const [row] = await rowsOf(clerk, id, "UPDATE");
  expect(row?.changes).toEqual([{ field: "stars", old: null, new: 4 }]);
  await publish(clerk, id);
  expect((await holdings())[2]?.said).toBe("达瓦 环境卫生岗 2 SIGNED 2026-03-01 4");
  await takeBackImport(clerk, { id, reason: "还没评" });
  await runJobs();
  expect((await holdings())[2]?.said).toBe("达瓦 环境卫生岗 2 SIGNED 2026-03-01");
});

test("what goes out comes back as the same", async () => {
  const out = await streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "member-duties",
      divisionId: town.township,
      unmasked: false,
      watermark: "",
    });
    const lines: Line[] = [];
    for await (const row of sheet.rows)
      lines.push(
        Object.fromEntries(sheet.columns!.map(({ label }, at) => [label, (row[at] ?? "") as string])),
      );
    return lines;
  });
  expect(out.map((one) => one.半年评).sort()).toEqual(["", "", "好"]);
  expect((await staged(out)).said).toEqual(["SAME", "SAME", "SAME"]);
});

test("it is taken back but for a holding that ended since", async () => {
  const [yangjin] = await holdings();
  await endHolding(clerk, { id: yangjin!.id, on: "2026-11-20", why: "外出务工" });
  const plan = await reading(clerk, (scope) => planTakeBack(scope, { id: sheet }));
  expect(plan).toMatchObject({ removed: 2, stayed: 1 });
  expect(plan.kept).toMatchObject([{ kind: "dutyHolding", name: "央金", stays: "EDITED" }]);
  await takeBackImport(clerk, { id: sheet, reason: "导错了" });
  await runJobs();
  expect((await view(clerk, sheet)).status).toBe("TAKEN_BACK");
  expect((await holdings()).map(({ said }) => said)).toEqual(["央金 财务监督岗 1 ENDED 2026-03-01"]);
  expect(await database.look("select name from duty_post where import_id is not null")).toEqual([
    { name: "财务监督岗" },
  ]);
});
