// Proves that the ledger of the industry chain is read with its faults told, goes in once, goes out and comes back the same, and is undone.
import { createWriteStream } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { linkHousehold } from "#lib/domains/industry/commands/link-household.ts";
import { checkOf } from "#lib/domains/industry/credit-number.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aHousehold } from "#tests/build/household.ts";
import { anEntity } from "#tests/build/industry.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { newFile } from "#tests/lib/platform/sheets/planted-workbook.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  check,
  importWhole,
  type Line,
  runJobs,
  type Township,
  tryOut,
  upload,
  view,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;
let stranger: Session;

const creditNo = (nth: number) => {
  const body = `93540325MA4400${String(nth).padStart(3, "0")}`;
  return body + checkOf(body);
};
/** The world's own entities, in this township as well. */
let already: string[];

beforeAll(async () => {
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
  stranger = await signIn(database, town.stranger);
  const [first, second] = town.villages;
  const at = (name: string, divisionId: number, leaderId: number | null, more = {}) =>
    aPartyOrg(database, { name, divisionId, leaderId, openedOn: "2015-01-01", ...more });
  const committee = await at("吉塘镇党委", town.township, null, { kind: "COMMITTEE" });
  const village = await at("吉塘村党支部", first, committee.id);
  const other = await at("雪东村党支部", second, committee.id);
  const led = { setting: "ENTITY", coverage: "ONE_VILLAGE", basis: "VILLAGE_LED" };
  await at("吉塘村牦牛合作社党支部", first, village.id, led);
  await at("雪东村药材合作社党支部", second, other.id, { ...led, documentNo: "察组发〔2020〕3号" });
  await at("青稞基地党支部", town.township, committee.id, {
    ...{ setting: "ENTITY", coverage: "CROSS_VILLAGE", basis: "APPROVER_LED" },
  });
  await at("联办党支部", town.township, village.id, { ...led, coverage: "CROSS_VILLAGE" });
  await at("远方党支部", town.elsewhere, null);
  const there = await database.look<{ id: string }>("select id from industry_entity");
  already = there.map(({ id }) => id);
  await anEntity(database, { name: "旺比村合作社", divisionId: town.elsewhere, creditNo: creditNo(900) });
});

const line = (change: Line = {}): Line => ({
  序号: "1",
  名称: "吉塘村牦牛合作社",
  类型: "合作社",
  注册号: "",
  负责人: "次仁",
  覆盖村: "吉塘村",
  社员数: "46",
  其中贫困户: "18",
  党员数: "5",
  党组织形式: "",
  党组织名称: "",
  上级党组织: "",
  隶属依据: "",
  成立批复文号: "",
  年产值: "500000",
  带动户均增收: "3200",
  ...change,
});

const staged = (lines: Line[]) =>
  tryOut(database, admin, {
    ...{ sheet: "industry-ledger", divisionId: town.township, title: "察雅县吉塘镇合作社党建台账" },
    lines,
  });

const own = { 党组织形式: "单独组建" };
const FAULTS: [what: string, change: Line, told: string][] = [
  ["no name", { 名称: "" }, "BAD name.required"],
  ["no village", { 覆盖村: "/" }, "BAD coverage.required"],
  ["a village with a slip", { 覆盖村: "雪冬村" }, "BAD coverage.placeUnknownNear"],
  ["a village that is none", { 覆盖村: "吉塘村、天边村" }, "BAD coverage.placeUnknown"],
  ["no kind", { 类型: "" }, "BAD kind.required"],
  ["a kind like none", { 类型: "俱乐部" }, "BAD kind.unknownChoice"],
  ["a false check digit", { 注册号: "91110000710925463X" }, "BAD creditNo.creditNo"],
  ["an old number", { 注册号: "540300123456789" }, "ADD creditNo.oldRegistration?"],
  ["a number of another", { 注册号: creditNo(900) }, "BAD creditNo.creditTaken"],
  ["minus two members", { 社员数: -2 }, "BAD memberCount.outOfRange"],
  ["an output below nothing, as a number", { 年产值: -500 }, "BAD outputFen.moneyBelow"],
  ["the same as a text", { 带动户均增收: "-5元" }, "BAD raisedFen.moneyBelow"],
  ["more poor ones than members", { 其中贫困户: "47" }, "BAD poorMembers.poorBeyondMembers"],
  ["more full ones than Party members", { 其中正式党员: "6" }, "BAD fullMembers.fullBeyondMembers"],
  ["a form like none", { 党组织形式: "一半" }, "BAD form.unknownChoice"],
  ["attached to nobody", { 党组织形式: "挂靠" }, "BAD leaderName.attachedToNobody"],
  [
    "attached elsewhere",
    { 党组织形式: "挂靠", 上级党组织: "远方党支部" },
    "BAD leaderName.entityAttachedElsewhere",
  ],
  ["an own one that is not registered", { 名称: "未登记合作社", ...own }, "BAD orgName.entityOrgUnknown"],
  [
    "an own one that is the village's",
    { ...own, 党组织名称: "吉塘村党支部" },
    "BAD orgName.entityOrgNotEntity",
  ],
  ["an own one with a slip", { ...own, 党组织名称: "吉唐村牦牛合作社党支部" }, "BAD orgName.entityOrgNear"],
  [
    "scenario 3: across villages led by a village",
    { 名称: "联办合作社", 覆盖村: "吉塘村、雪东村", ...own, 党组织名称: "联办党支部" },
    "BAD orgName.affiliationCrossBasis",
  ],
  [
    "the same, as the sheet says it",
    { 覆盖村: "吉塘村、雪东村", ...own, 党组织名称: "青稞基地党支部", 隶属依据: "所在村领导" },
    "BAD basis.affiliationCrossBasis",
  ],
  [
    "one village on the basis of several",
    { ...own, 党组织名称: "吉塘村牦牛合作社党支部", 隶属依据: "批准设立" },
    "BAD basis.affiliationOneVillageBasis",
  ],
  [
    "the ordinary line",
    { ...own, 党组织名称: "青稞基地党支部", 隶属依据: "按党内层级隶属" },
    "BAD basis.basisOfEntity",
  ],
  [
    "two that own one organization",
    { 名称: "又一个药材合作社", 覆盖村: "雪东村", ...own, 党组织名称: "雪东村药材合作社党支部" },
    "ADD",
  ],
  [
    "the second of them",
    { 名称: "再一个药材合作社", 覆盖村: "雪东村", ...own, 党组织名称: "雪东村药材合作社党支部" },
    "BAD orgName.entityOrgShared",
  ],
  [
    "named by the county without a document",
    { 隶属依据: "县委组织部指定" },
    "BAD documentNo.affiliationDocumentNeeded",
  ],
  [
    "another leader than is registered",
    { 名称: "牦牛社", ...own, 党组织名称: "吉塘村牦牛合作社党支部", 上级党组织: "吉塘镇党委" },
    "ADD leaderName.leaderDiffers?",
  ],
  ["the same once more", { 名称: "重复合作社" }, "ADD"],
  ["the same once more, again", { 名称: "重复合作社" }, "BAD name.duplicateInFile"],
];

test(`sheet 11: ${FAULTS.length - 1} kinds of fault are told in their cells`, async () => {
  const { said } = await staged(
    FAULTS.map(([, change], nth) => line({ 名称: `第${nth + 1}合作社`, ...change })),
  );
  expect(FAULTS.map(([what], nth) => `${what}: ${said[nth]}`)).toEqual(
    FAULTS.map(([what, , told]) => `${what}: ${told}`),
  );
});

const LINES: Line[] = [
  line({
    ...own,
    注册号: creditNo(1),
    其中正式党员: "4",
    上级党组织: "吉塘村党支部",
    隶属依据: "所在村领导",
  }),
  line({ 名称: "青稞基地", 类型: "基地", 覆盖村: "吉塘村、雪东村", ...own, 社员数: "" }),
  line({ 名称: "药材合作社", 覆盖村: "雪东村", 党组织形式: "挂靠", 上级党组织: "雪东村支部", 年产值: "" }),
  line({
    名称: "农产品市场",
    类型: "市场",
    党组织形式: "未建",
    其中贫困户: "",
    年产值: "",
    带动户均增收: "",
  }),
];
/** Those of the ledger. */
const entities = () =>
  database.look<Record<string, unknown> & { id: string }>(
    `select e.id, e.name, e.kind, d.name as seat, e.credit_no as number, e.member_count as members, e.full_members as full, p.coverage, o.name as org,
       (select count(*)::int from industry_village v where v.entity_id = e.id) as villages, y.output_fen::text as output, y.poor_members as poor
     from industry_entity e join division d on d.id = e.division_id left join industry_party p on p.entity_id = e.id and p.to_on is null
     left join party_org o on o.id = p.party_org_id left join industry_year y on y.entity_id = e.id and y.year = 2026 where d.id <> $1 and e.id <> all ($2) order by e.name`,
    [town.elsewhere, already],
  );
const TABLES: Record<string, string> = {
  industry_entity: "id::text",
  industry_village: "entity_id || ' ' || village_id",
  industry_party: "id::text",
  industry_year: "entity_id || ' ' || year",
  industry_spell: "entity_id || ' ' || from_on",
};
async function picture(): Promise<string[]> {
  const seen: string[] = [];
  for (const [table, key] of Object.entries(TABLES))
    for (const { row } of await database.look<{ row: string }>(
      `select ${key} || (to_jsonb(t) - 'version')::text as row from ${table} t`,
    ))
      seen.push(`${table} ${row}`);
  return seen.sort();
}

test("it goes in once: seats by the villages, Party coverage by the rule, the year's figures; again it changes nothing", async () => {
  const before = await picture();
  const done = await importWhole(admin, "industry-ledger", town.township, LINES);
  expect(done.counts).toMatchObject({ added: 4, updated: 0, bad: 0 });
  expect(await entities()).toMatchObject([
    { name: "农产品市场", kind: "MARKET", coverage: null, org: null, output: null, villages: 1 },
    {
      name: "吉塘村牦牛合作社",
      number: creditNo(1),
      full: 4,
      coverage: "OWN",
      org: "吉塘村牦牛合作社党支部",
      poor: 18,
    },
    { name: "药材合作社", coverage: "ATTACHED", org: "雪东村党支部", output: null, poor: 18 },
    { name: "青稞基地", seat: "吉塘镇", coverage: "OWN", members: null, villages: 2, output: "50000000" },
  ]);
  const again = await staged(LINES);
  expect(again.said).toEqual(["SAME", "SAME", "SAME", "SAME"]);

  // Out and in again.
  const file = newFile();
  await streaming(admin, async (stream) => {
    const made = await officeSheet(stream, {
      ...{ sheet: "industry-ledger", divisionId: town.township, unmasked: false, watermark: "x" },
    });
    await writeWorkbook(createWriteStream(file), { sheets: [made.sheet] });
  });
  const back = await check(admin, await upload(admin, "industry-ledger", town.township, file));
  expect(back.groups).toEqual([]);
  expect(back.counts).toMatchObject({ added: 0, updated: 0, bad: 0, same: 4 });

  const plan = await reading(admin, (scope) => planTakeBack(scope, { id: done.id }));
  expect(plan).toMatchObject({ removed: 4, restored: 0, stayed: 0 });
  expect(await reading(stranger, (scope) => planTakeBack(scope, { id: done.id }))).toMatchObject({
    removed: 0,
  });
  await takeBackImport(admin, { id: done.id, reason: "上传错了文件" });
  await runJobs();
  expect(await view(admin, done.id)).toMatchObject({ status: "TAKEN_BACK", counts: { went: 4, stayed: 0 } });
  expect(await picture()).toEqual(before);
});

test("what is there is brought up to date and is as before when taken back; the linked and the edited stay", async () => {
  await importWhole(admin, "industry-ledger", town.township, LINES);
  const before = await picture();
  const update = await importWhole(admin, "industry-ledger", town.township, [
    line({ 注册号: creditNo(1), 负责人: "边巴", 社员数: "50", 党组织形式: "未建", 年产值: "60万" }),
    line({ 名称: "新合作社", 覆盖村: "雪东村" }),
    line({ 名称: "带户的合作社", 覆盖村: "雪东村" }),
    line({ 名称: "改过的合作社", 覆盖村: "雪东村" }),
  ]);
  expect(update.counts).toMatchObject({ added: 3, updated: 1, bad: 0 });
  const now = await entities();
  expect(now.find(({ number }) => number === creditNo(1))).toMatchObject({
    ...{ members: 50, coverage: "NONE", output: "60000000", poor: 18 },
  });
  const named = (name: string) => now.find((one) => one.name === name)?.id ?? "";
  const household = await aHousehold(database, { divisionId: town.villages[1] });
  const today = await database.look<{ day: string }>("select beijing_today()::text as day");
  await linkHousehold(admin, {
    ...{ id: named("带户的合作社"), householdId: household.id, role: "MEMBER", fromOn: today[0]?.day ?? "" },
  });
  await database.look("update industry_entity set operator = '别人' where id = $1", [named("改过的合作社")]);
  const plan = await reading(admin, (scope) => planTakeBack(scope, { id: update.id }));
  expect(plan).toMatchObject({ removed: 1, restored: 1, stayed: 2 });
  expect(plan.kept.map(({ name, stays }) => `${name} ${stays}`).sort()).toEqual([
    "带户的合作社 USED",
    "改过的合作社 EDITED",
  ]);
  await takeBackImport(admin, { id: update.id, reason: "上传错了文件" });
  await runJobs();
  expect((await view(admin, update.id)).counts).toMatchObject({ went: 2, stayed: 2 });
  const stays = [named("带户的合作社"), named("改过的合作社")];
  expect((await picture()).filter((row) => !stays.some((id) => row.includes(id)))).toEqual(before);
  const page = await reading(admin, (scope) => getEntity(scope, { id: named("吉塘村牦牛合作社") }));
  expect(page).toMatchObject({
    operator: "次仁",
    party: { coverage: "OWN" },
    years: [{ year: 2026, outputFen: "50000000" }],
  });
});

test("the columns of the paper form are all there", () => {
  const sheet = sheetById("industry-ledger");
  expect(sheet?.right).toBe("industry.edit");
  expect(sheet?.columns.map(({ label }) => label["zh-CN"])).toEqual(
    expect.arrayContaining(
      "名称 类型 注册号 负责人 覆盖村 社员数 其中贫困户 党员数 党组织形式 上级党组织 隶属依据 成立批复文号 年产值 带动户均增收".split(
        " ",
      ),
    ),
  );
});
