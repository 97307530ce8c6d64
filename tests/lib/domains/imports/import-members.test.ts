// Proves that a roster of Party members is read with its faults, enrolls whom the registry knows and whom it does not, and can be undone.
import { beforeAll, expect, test } from "vitest";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { listKept, planTakeBack } from "#lib/domains/imports/queries.ts";
import { enrollMember } from "#lib/domains/members/commands/enroll.ts";
import { flagMember } from "#lib/domains/members/commands/flag.ts";
import { listMembers } from "#lib/domains/members/queries/list-members.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPartyMember } from "#tests/build/party-member.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPerson } from "#tests/build/person.ts";
import { aPost, aTenure } from "#tests/build/post.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  fileOf,
  idNo,
  type Line,
  publish,
  rowsOf,
  runJobs,
  type Township,
  tryOut,
  upload,
  view,
} from "./importing.ts";

const database = testDatabase();
const HERS = idNo("54032619800101002");
const FAR = idNo("54032619810101001");
const AWAY = idNo("54032619820101001");
let town: Township;
let admin: Session;
let branch: { id: number; divisionId: number };
let second: { id: number; divisionId: number };
let head: { id: string; headId: string };

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
  const [here, there] = town.villages;
  const make = async (name: string, divisionId: number) => ({
    ...(await aPartyOrg(database, { name, divisionId })),
    divisionId,
  });
  branch = await make("吉塘村党支部", here);
  second = await make("雪东村党支部", there);
  for (const _twin of [1, 2]) await make("双胞党支部", there);
  const far = await make("旺比村党支部", town.elsewhere);
  head = await aHousehold(database, {
    divisionId: here,
    headName: "户主党员",
    head: { idNo: HERS, sex: "F" },
  });
  const known = await aPerson(database, { name: "老党员", divisionId: here, birthOn: "1960-05-06" });
  await aPartyMember(database, {
    personId: known.id,
    spells: [{ org: branch, fromOn: "1985-07-01" }],
    joinedOn: "1985-07-01",
    fullOn: "1986-07-01",
    flags: [{ flag: "FRAIL", fromOn: "2024-01-01" }],
  });
  for (const birthOn of ["1970-01-01", "1971-01-01"])
    await aPartyMember(database, {
      personId: (await aPerson(database, { name: "同名党员", divisionId: here, birthOn })).id,
      spells: [{ org: branch, fromOn: "1999-07-01" }],
      joinedOn: "1999-07-01",
      fullOn: "2000-07-01",
    });
  const dead = await aPerson(database, { name: "已故党员", divisionId: here, idNo: AWAY });
  await aPartyMember(database, {
    personId: dead.id,
    spells: [{ org: branch, fromOn: "2004-07-01" }],
    joinedOn: "2004-07-01",
    fullOn: "2005-07-01",
    end: { how: "DIED", on: "2025-02-03" },
  });
  const stranger = await aPerson(database, { name: "远方党员", divisionId: town.elsewhere, idNo: FAR });
  await aPartyMember(database, {
    personId: stranger.id,
    spells: [{ org: far, fromOn: "2010-07-01" }],
    joinedOn: "2010-07-01",
  });
});

const line = (name: string, change: Line = {}): Line => ({
  序号: "1",
  所在党组织: "吉塘村党支部",
  组织编号: "",
  姓名: name,
  性别: "男",
  民族: "藏族",
  出生年月: "1985-03-18",
  身份证号: "",
  学历: "初中",
  人员类别: "农牧民",
  入党日期: "2010-07-01",
  转正日期: "2011-07-01",
  "入党/转正日期": "",
  党内职务: "",
  是否无职: "",
  岗位: "",
  联系户: "3",
  致富带头人: "否",
  流动去向: "无",
  联系电话: "",
  ...change,
});

const staged = (lines: Line[]) =>
  tryOut(database, admin, {
    ...{ sheet: "members", divisionId: town.township, title: "察雅县吉塘镇党员花名册" },
    lines,
  });

const names = async (orgId: number, on?: string) =>
  (await reading(admin, (scope) => listMembers(scope, { orgId, below: false, on: on ?? null }))).rows
    .map(({ name }) => name)
    .sort();

const FAULTS: [what: string, change: Line, told: string][] = [
  ["no name", { 姓名: "" }, "BAD name.required"],
  ["no organization", { 所在党组织: "/" }, "BAD orgName.required"],
  ["an organization with a slip", { 所在党组织: "吉唐村党支部" }, "BAD orgName.rosterUnknownNear"],
  ["an organization like none", { 所在党组织: "火星党支部" }, "BAD orgName.rosterUnknown"],
  ["an organization out of the unit", { 所在党组织: "旺比村党支部" }, "BAD orgName.orgOutside"],
  ["an organization that two could be", { 所在党组织: "双胞党支部" }, "BAD orgName.orgTwice"],
  ["a number that no organization has", { 组织编号: "99999999" }, "BAD orgNo.orgUnknown"],
  ["no day of admission", { 入党日期: "" }, "BAD joinedOn.required"],
  ["admitted tomorrow", { 入党日期: "2026-11-24", 转正日期: "" }, "BAD joinedOn.dayAhead"],
  ["confirmed before admitted", { 转正日期: "2010-06-30" }, "BAD fullOn.fullEarly"],
  ["admitted as a child", { 出生年月: "1995-01-01" }, "BAD joinedOn.joinedYoung"],
  [
    "two days that are none",
    { 入党日期: "", 转正日期: "", "入党/转正日期": "去年" },
    "BAD bothDays.bothDays",
  ],
  ["a month only", { 出生年月: "1985.3" }, "ADD birthOn.dateCoarse?"],
  ["an education like none", { 学历: "神学院" }, "BAD education.unknownChoice"],
  ["neither yes nor no", { 是否无职: "也许" }, "BAD noPost.yesNo"],
  ["a post and no post", { 党内职务: "书记", 是否无职: "是" }, "ADD noPost.postDespite?"],
  [
    "an ID with a wrong digit",
    { 身份证号: `${HERS.slice(0, 17)}${HERS[17] === "1" ? "2" : "1"}` },
    "BAD idNo.idCheckDigit",
  ],
  ["another's ID", { 身份证号: HERS, 性别: "女", 出生年月: "1980-01-01" }, "BAD name.personNameDiffers"],
  ["an ID held elsewhere", { 身份证号: FAR, 出生年月: "1981-01-01" }, "BAD idNo.idElsewhere"],
  ["one of two namesakes", { 姓名: "同名党员", 出生年月: "" }, "BAD name.memberTwice"],
  ["somebody dead", { 姓名: "已故党员", 身份证号: AWAY, 出生年月: "1982-01-01" }, "BAD name.memberLeft"],
  ["the same once more", { 姓名: "重复党员" }, "ADD"],
  ["the same once more, again", { 姓名: "重复党员" }, "BAD name.duplicateInFile"],
];

test(`sheet 10, members: ${FAULTS.length - 1} kinds of fault are told in their cells`, async () => {
  const lines = FAULTS.map(([, change], nth) => line(`党员${String.fromCodePoint(0x4e00 + nth)}`, change));
  const { said } = await staged(lines);
  expect(FAULTS.map(([what], nth) => `${what}: ${said[nth]}`)).toEqual(
    FAULTS.map(([what, , told]) => `${what}: ${told}`),
  );
});

test("known and new people come into their rosters from today, marks and all; twice changes nothing; nobody is moved", async () => {
  const lines = [
    line("新党员", {
      "入党/转正日期": "2010.7/2011.7",
      入党日期: "",
      转正日期: "",
      是否无职: "是",
      岗位: "护林岗",
      流动去向: "拉萨市",
      联系电话: "13812345678",
    }),
    line("户主党员", { 身份证号: HERS, 性别: "女", 出生年月: "1980-01-01", 致富带头人: "是", 转正日期: "" }),
    line("老党员", { 出生年月: "1960年5月", 入党日期: "", 转正日期: "", 学历: "小学", 党内职务: "支部书记" }),
    line("同名党员", { 出生年月: "1971-01-01", 入党日期: "1999-07-01", 转正日期: "2000-07-01", 学历: "" }),
    line("别处党员", { 所在党组织: "中共雪东村支部委员会" }),
  ];
  const first = await staged(lines);
  expect(first.said).toEqual(["ADD", "ADD", "UPDATE birthOn.dateCoarse?", "SAME", "ADD"]);
  expect((await rowsOf(admin, first.id, "UPDATE")).map(({ changes }) => changes)).toEqual([
    [
      { field: "education", old: null, new: "PRIMARY" },
      { field: "party_post", old: null, new: "支部书记" },
    ],
  ]);
  const before = await names(branch.id);
  expect((await publish(admin, first.id)).status).toBe("DONE");
  expect(await names(branch.id)).toEqual([...before, "户主党员", "新党员"].sort());
  // What was before the roster was begun, nobody knows.
  expect(await names(branch.id, "2026-11-22")).toEqual(before);
  const { rows } = await reading(admin, (scope) => listMembers(scope, { orgId: branch.id, below: false }));
  const of = (name: string) => rows.find((row) => row.name === name);
  expect(of("新党员")).toMatchObject({
    kind: "FULL",
    joinedOn: "2010-07-01",
    fullOn: "2011-07-01",
    duty: "护林岗",
    whereTo: "拉萨市",
  });
  expect(of("新党员")?.flags.sort()).toEqual(["MOBILE", "NO_POST"]);
  expect(of("户主党员")).toMatchObject({ kind: "PROBATIONARY", sex: "F" });
  expect(of("户主党员")?.flags.sort()).toEqual(["NO_POST", "PROSPERITY_LEADER"]);
  expect(of("老党员")).toMatchObject({ education: "PRIMARY", partyPost: "支部书记" });
  expect(of("老党员")?.flags.sort()).toEqual(["FRAIL", "NO_POST"]);
  const [linked] = await database.look<{ person_id: string }>(
    "select person_id from party_member where name = '户主党员'",
  );
  expect(linked?.person_id).toBe(head.headId);
  expect((await staged(lines)).said).toEqual(["SAME", "SAME", "SAME birthOn.dateCoarse?", "SAME", "SAME"]);
  const moved = await staged([
    line("户主党员", { 身份证号: HERS, 性别: "女", 出生年月: "1980-01-01", 所在党组织: "雪东村党支部" }),
  ]);
  expect(moved.said).toEqual(["BAD orgName.memberElsewhere"]);
  // A mark ends when the sheet says no, and only then.
  const unmarked = await staged([
    line("户主党员", {
      ...{ 身份证号: HERS, 性别: "女", 出生年月: "1980-01-01", 转正日期: "" },
      致富带头人: "否",
    }),
  ]);
  expect((await rowsOf(admin, unmarked.id, "UPDATE"))[0]?.changes).toEqual([
    { field: "prosperityLeader", old: true, new: false },
  ]);
  await publish(admin, unmarked.id);
  const [after] = (await reading(admin, (scope) => listMembers(scope, { orgId: branch.id, q: "户主党员" })))
    .rows;
  expect(after?.flags).toEqual(["NO_POST"]);
});

test("where the sheet says otherwise than the tenures, that is told and nothing of it is kept", async () => {
  const [old] = await database.look<{ person_id: string; division_id: number }>(
    "select m.person_id, s.division_id from party_member m join party_membership s on s.member_id = m.id where m.name = '老党员'",
  );
  const post = await aPost(database, { divisionId: old!.division_id, kind: "DIRECTOR" });
  await aTenure(database, { post, person: { id: old!.person_id, name: "老党员" }, fromOn: "2026-02-01" });
  const known = (noPost: string) =>
    line("老党员", { 出生年月: "1960-05-01", 入党日期: "", 转正日期: "", 学历: "", 是否无职: noPost });
  expect((await staged([known("是")])).said).toEqual(["SAME noPost.inPost?"]);
  expect((await staged([known("否")])).said).toEqual(["SAME"]);
  const other = (noPost: string) =>
    line("同名党员", {
      出生年月: "1971-01-01",
      入党日期: "1999-07-01",
      转正日期: "2000-07-01",
      学历: "",
      是否无职: noPost,
    });
  expect((await staged([other("否")])).said).toEqual(["SAME noPost.notInPost?"]);
  expect((await staged([other("是")])).said).toEqual(["SAME"]);
});

const PICTURE = ["party_member", "party_membership", "party_member_flag", "person", "search_entry"];
async function picture(): Promise<string[]> {
  const rows: string[] = [];
  for (const table of PICTURE)
    rows.push(
      ...(
        await database.look<{ row: string }>(
          `select '${table} ' || (to_jsonb(t) - 'version')::text as row from ${table} t order by 1`,
        )
      ).map(({ row }) => row),
    );
  return rows.sort();
}
async function takeBack(id: string) {
  await takeBackImport(admin, { id, reason: "上传错了文件" });
  await runJobs();
  return view(admin, id);
}

test("an import nobody touched leaves no trace when it is taken back", async () => {
  const before = await picture();
  const { id, said } = await staged([
    line("撤回甲", { 流动去向: "成都市" }),
    line("撤回乙", { 身份证号: idNo("54032619850318009") }),
    line("老党员", {
      出生年月: "1960-05-06",
      入党日期: "",
      转正日期: "",
      学历: "高中",
      年老体弱: "否",
      是否无职: "是",
    }),
  ]);
  expect(said).toEqual(["ADD", "ADD", "UPDATE noPost.inPost?"]);
  await publish(admin, id);
  expect(await picture()).not.toEqual(before);
  expect(await reading(admin, (scope) => planTakeBack(scope, { id }))).toMatchObject({
    removed: 2,
    restored: 1,
    stayed: 0,
  });
  expect(await takeBack(id)).toMatchObject({ status: "TAKEN_BACK", counts: { went: 3, stayed: 0 } });
  expect(await picture()).toEqual(before);
});

test("whoever was marked or transferred since stays and is named; the others go", async () => {
  const { id } = await staged([
    line("留下甲"),
    line("走掉乙"),
    line("老党员", { 出生年月: "1960-05-06", 入党日期: "", 转正日期: "", 学历: "本科" }),
  ]);
  await publish(admin, id);
  const idOf = async (name: string) =>
    (await database.look<{ id: string }>("select id from party_member where name = $1", [name]))[0]?.id ?? "";
  await flagMember(admin, { id: await idOf("留下甲"), flag: "FRAIL", fromOn: "2026-11-23" });
  expect(await takeBack(id)).toMatchObject({ counts: { went: 2, stayed: 1 } });
  const kept = await reading(admin, (scope) => listKept(scope, { id }));
  expect(kept.map(({ name, kind, stays }) => [name, kind, stays])).toEqual([
    ["留下甲", "partyMember", "EDITED"],
  ]);
  expect(await names(branch.id)).toContain("留下甲");
  expect(await names(branch.id)).not.toContain("走掉乙");
});

test("somebody enrolled by hand is known by organization, name and month, and an office without the right brings in no roster", async () => {
  await enrollMember(admin, {
    orgId: String(second.id),
    name: "手工党员",
    sex: "M",
    birthOn: "1979-09-09",
    how: "FOUND",
    joinedOn: "2001-07-01",
    fullOn: "2002-07-01",
    memberGroup: "HERDER",
  });
  const same = line("手工党员", {
    所在党组织: "雪东村党支部",
    出生年月: "1979.9",
    入党日期: "2001-07-01",
    转正日期: "2002-07-01",
    学历: "",
  });
  expect((await staged([same])).said).toEqual(["SAME birthOn.dateCoarse?"]);
  await database.look(
    "update role_grant set role = 'COUNTY_POVERTY_OFFICE' where account_id = (select id from account where username = $1)",
    [town.admin],
  );
  await expect(upload(admin, "members", town.township, await fileOf([same]))).rejects.toMatchObject({
    code: "refused",
  });
});
