// Proves that a list of Party organizations is founded by the rule of affiliation, in whatever order its rows stand.
import { beforeAll, expect, test } from "vitest";
import { fixableTexts } from "#components/imports/set-all.tsx";
import { fixRows } from "#lib/domains/imports/commands/fix-rows.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { aDivision } from "#tests/build/division.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  idNo,
  type Line,
  publish,
  rowsOf,
  runJobs,
  type Township,
  tryOut,
  view,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;
let committee: { id: number; name: string };
let branch: { id: number; name: string };

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.chief);
  committee = await aPartyOrg(database, { name: "吉塘镇党委", kind: "COMMITTEE", divisionId: town.township });
  branch = await aPartyOrg(database, {
    name: "吉塘村党支部",
    divisionId: town.villages[0],
    leaderId: committee.id,
    secretary: "旧书记",
  });
  for (const _twin of [1, 2])
    await aPartyOrg(database, {
      name: "双胞党总支",
      kind: "GENERAL_BRANCH",
      divisionId: town.villages[1],
      leaderId: committee.id,
    });
  await aPartyOrg(database, { name: "远方党委", kind: "COMMITTEE", divisionId: town.elsewhere });
});

const line = (change: Line = {}): Line => ({
  序号: "1",
  "乡（镇）": "吉塘镇",
  村: "雪东村",
  组织编号: "",
  党组织全称: "雪东村党支部",
  类型: "党支部",
  隶属: "吉塘镇党委",
  设置类别: "",
  隶属依据: "",
  覆盖村: "",
  主管部门: "",
  批复文号: "",
  书记: "次仁",
  书记身份证号: "",
  成立日期: "2016.3.18",
  党员数: "12",
  ...change,
});

const staged = (lines: Line[]) =>
  tryOut(database, admin, {
    ...{ sheet: "party-orgs", divisionId: town.township, title: "察雅县吉塘镇基层党组织花名册" },
    lines,
  });

const FAULTS: [what: string, change: Line, told: string][] = [
  ["no name", { 党组织全称: "" }, "BAD name.required"],
  ["no leader", { 隶属: "/" }, "BAD leaderName.required"],
  ["a leader with a slip", { 隶属: "吉唐镇党委" }, "BAD leaderName.leaderUnknownNear"],
  ["a leader like none", { 隶属: "火星工委" }, "BAD leaderName.leaderUnknown"],
  ["a leader whom two could be", { 村: "吉塘村", 隶属: "双胞党总支" }, "BAD leaderName.leaderTwice"],
  ["itself as leader", { 党组织全称: "自己党支部", 隶属: "自己党支部" }, "BAD leaderName.leadsItself"],
  ["a number that nobody has", { 组织编号: "99999999" }, "BAD orgNo.orgUnknown"],
  ["a kind like none", { 类型: "俱乐部" }, "BAD kind.unknownChoice"],
  ["a village with a slip", { 村: "雪冬村" }, "BAD village.placeUnknownNear"],
  ["founded tomorrow", { 成立日期: "2026-11-24" }, "BAD foundedOn.foundedAhead"],
  ["the 31st of April", { 成立日期: "2016.4.31" }, "BAD foundedOn.date"],
  ["minus two members", { 党员数: -2 }, "BAD memberCount.outOfRange"],
  ["two members", { 党员数: 2 }, "ADD memberCount.fewMembers?"],
  [
    "the secretary's ID with a wrong digit",
    { 书记身份证号: `${idNo("54032619850318001").slice(0, 17)}0` },
    "BAD secretaryIdNo.idCheckDigit",
  ],
  [
    "a village covered that is none",
    { 设置类别: "合作社", 覆盖村: "雪东村、天边村" },
    "BAD coverage.placeUnknown leaderName.affiliationOneVillageLeader",
  ],
  [
    "one village led by the township",
    { 设置类别: "合作社", 覆盖村: "雪东村" },
    "BAD leaderName.affiliationOneVillageLeader",
  ],
  [
    "two villages on the basis of one",
    { 设置类别: "合作社", 覆盖村: "雪东村、吉塘村", 隶属依据: "由所在村党组织领导" },
    "BAD basis.affiliationCrossBasis",
  ],
  [
    "designated without a document",
    { 设置类别: "协会", 覆盖村: "雪东村、吉塘村", 隶属依据: "由县委组织部指定", 主管部门: "农牧局" },
    "BAD documentNo.affiliationDocumentNeeded",
  ],
  [
    "designated without a department",
    { 设置类别: "协会", 覆盖村: "雪东村、吉塘村", 隶属依据: "由县委组织部指定", 批复文号: "察组〔2026〕1号" },
    "BAD supervisingDept.affiliationDepartmentNeeded",
  ],
  [
    "a chain organization that covers nothing",
    { 设置类别: "产业链组织" },
    "BAD coverage.affiliationCoverageNeeded",
  ],
  [
    "the ordinary line with another basis",
    { 设置类别: "地方", 隶属依据: "由批准设立的党组织领导" },
    "BAD basis.affiliationLineOnly",
  ],
  ["a circle, first half", { 党组织全称: "甲党支部", 隶属: "乙党支部" }, "BAD leaderName.leaderCycle"],
  ["a circle, second half", { 党组织全称: "乙党支部", 隶属: "甲党支部" }, "BAD leaderName.leaderCycle"],
  ["led by the circle", { 党组织全称: "丙党支部", 隶属: "乙党支部" }, "BAD leaderName.leaderBad"],
  [
    "a registered one under another leader",
    { 村: "吉塘村", 党组织全称: "吉塘村党支部", 隶属: "远方党委", 组织编号: "BRANCH" },
    "UPDATE leaderName.leaderDiffers?",
  ],
  ["the same once more", { 党组织全称: "雪东村第一党支部" }, "ADD"],
  ["the same once more, again", { 党组织全称: "雪东村第一党支部" }, "BAD name.duplicateInFile"],
];

test(`sheet 10: ${FAULTS.length - 1} kinds of fault are told in their cells`, async () => {
  const lines = FAULTS.map(([, change], nth) => {
    const all = line({ 党组织全称: `第${nth + 1}党支部`, ...change });
    return all.组织编号 === "BRANCH" ? { ...all, 组织编号: String(branch.id) } : all;
  });
  const { said } = await staged(lines);
  expect(FAULTS.map(([what], nth) => `${what}: ${said[nth]}`)).toEqual(
    FAULTS.map(([what, , told]) => `${what}: ${told}`),
  );
});

const orgs = () =>
  database.look<{
    name: string;
    leader: string | null;
    basis: string | null;
    secretary: string | null;
    members: number | null;
    kind: string;
  }>(
    `select o.name, l.name as leader, a.basis, o.secretary, o.member_count as members, o.kind from party_org o
     left join party_org_affiliation a on a.org_id = o.id and a.to_on is null left join party_org l on l.id = a.leading_org_id order by o.id`,
  );

test("leaders may stand below those they lead, under other spellings; what is there is brought up to date; twice changes nothing", async () => {
  const lines = [
    line({
      党组织全称: "雪东村牦牛养殖合作社党支部",
      隶属: "中共雪东村支部委员会",
      设置类别: "合作社",
      覆盖村: "雪东村",
      书记: "边巴",
    }),
    line({ 党组织全称: "雪东村党支部", 隶属: "中国共产党吉塘镇委员会" }),
    line({ 村: "吉塘村", 党组织全称: "中共吉塘村支部委员会", 书记: "新书记", 党员数: "31" }),
    line({
      村: "",
      党组织全称: "吉塘镇松茸协会联合党支部",
      类型: "",
      设置类别: "协会",
      覆盖村: "雪东村、吉塘村",
      党员数: "",
    }),
  ];
  const first = await staged(lines);
  expect(first.said).toEqual(["ADD", "ADD", "UPDATE", "ADD"]);
  expect((await rowsOf(admin, first.id, "UPDATE")).map(({ changes }) => changes)).toEqual([
    [
      { field: "secretary", old: "旧书记", new: "新书记" },
      { field: "member_count", old: null, new: 31 },
    ],
  ]);
  expect((await publish(admin, first.id)).status).toBe("DONE");
  const there = await orgs();
  const named = (name: string) => there.filter((org) => org.name === name);
  expect(named("雪东村牦牛养殖合作社党支部")).toEqual([
    {
      name: "雪东村牦牛养殖合作社党支部",
      leader: "雪东村党支部",
      basis: "VILLAGE_LED",
      secretary: "边巴",
      members: 12,
      kind: "BRANCH",
    },
  ]);
  expect(named("雪东村党支部")).toEqual([
    {
      name: "雪东村党支部",
      leader: "吉塘镇党委",
      basis: "LINE",
      secretary: "次仁",
      members: 12,
      kind: "BRANCH",
    },
  ]);
  expect(named("吉塘镇松茸协会联合党支部")).toEqual([
    {
      name: "吉塘镇松茸协会联合党支部",
      leader: "吉塘镇党委",
      basis: "APPROVER_LED",
      secretary: "次仁",
      members: null,
      kind: "JOINT_BRANCH",
    },
  ]);
  expect(named("吉塘村党支部")).toMatchObject([{ secretary: "新书记", members: 31, leader: "吉塘镇党委" }]);
  expect(
    await database.look(
      "select field, old, new from change where entity = 'partyOrg' and entity_id = $1 order by field",
      [String(branch.id)],
    ),
  ).toEqual([
    { field: "memberCount", old: null, new: "31" },
    { field: "secretary", old: "旧书记", new: "新书记" },
  ]);
  expect((await staged(lines)).said).toEqual(["SAME", "SAME", "SAME", "SAME"]);
});

test("three thousand organizations are checked and founded in seconds", async () => {
  for (let nth = 0; nth < 30; nth++)
    await aDivision(database, { name: `多村${nth}村`, level: "VILLAGE", parentId: town.township });
  const lines: Line[] = [];
  for (let nth = 0; nth < 3_000; nth++) {
    const village = `多村${nth % 30}村`;
    const general = `${village}党总支`;
    lines.push(
      nth >= 2_970
        ? line({ 村: village, 党组织全称: general, 类型: "党总支" })
        : line({ 村: village, 党组织全称: `${village}第${nth}党支部`, 隶属: general }),
    );
  }
  const began = performance.now();
  const { id, said } = await staged(lines);
  const checked = performance.now();
  expect(said.filter((each) => each !== "ADD")).toEqual([]);
  expect((await publish(admin, id)).status).toBe("DONE");
  const done = performance.now();
  process.stderr.write(
    `3,000 organizations: check ${Math.round(checked - began)} ms, publish ${Math.round(done - checked)} ms\n`,
  );
  expect((await view(admin, id)).counts.added).toBe(3_000);
  expect(done - began).toBeLessThan(120_000);
}, 240_000);

test("a leader's name with a slip is set right for all rows at once, and the group names the cell", async () => {
  const { id, said } = await staged([
    line({ 党组织全称: "一改党支部", 隶属: "吉唐镇党委" }),
    line({ 党组织全称: "二改党支部", 隶属: "吉唐镇党委" }),
    line({ 党组织全称: "三改党支部", 隶属: "火星工委" }),
  ]);
  expect(said.filter((each) => each === "ADD")).toEqual([]);
  const { groups } = await view(admin, id);
  const of = (key: string) => groups.find((group) => group.key === key)!;
  const near = of("leaderUnknownNear");
  const column = sheetById("party-orgs")?.columns.find(({ key }) => key === "leaderName");
  expect(fixableTexts(column, near)).toEqual([{ text: "吉唐镇党委", near: committee.name, rows: 2 }]);
  expect(fixableTexts(column, of("leaderUnknown"))).toMatchObject([{ text: "火星工委", near: null }]);

  await fixRows(admin, { id, column: "leaderName", from: "吉唐镇党委", to: committee.name });
  await runJobs();
  await fixRows(admin, { id, column: "leaderName", from: "火星工委", to: committee.name });
  await runJobs();
  expect((await view(admin, id)).counts).toMatchObject({ added: 3, bad: 0 });
});

test("a list sent back with its marks passes over what went in with it", async () => {
  const first = await staged([
    line({ 党组织全称: "回传党支部" }),
    line({ 党组织全称: "回传二党支部", 隶属: "火星工委" }),
  ]);
  expect(first.said).toEqual(["ADD", "BAD leaderName.leaderUnknown"]);
  await publish(admin, first.id);
  const sign = `系统提示 #${first.id.slice(0, 8)}`;
  const again = await staged([
    line({ 党组织全称: "回传党支部", [sign]: "" }),
    line({ 党组织全称: "回传二党支部", [sign]: "" }),
  ]);
  expect(again.said).toEqual(["ADD"]);
  expect((await view(admin, again.id)).counts).toMatchObject({ already: 1 });
});
