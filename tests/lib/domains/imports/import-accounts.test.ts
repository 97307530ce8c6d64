// Proves that a list of accounts is judged in its cells, goes in as a pasted list does, gets its codes on slips, and goes back unless used.
import { beforeAll, expect, test } from "vitest";
import { issueSlips } from "#lib/domains/accounts/commands/issue-slips.ts";
import { setPasswordByCode } from "#lib/domains/accounts/redeem.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { importedAccounts } from "#lib/domains/imports/imported-accounts-queries.ts";
import { listKept, planTakeBack } from "#lib/domains/imports/queries.ts";
import { accounts as sheet } from "#lib/domains/imports/sheets/accounts.ts";
import { templateOf } from "#lib/domains/imports/template.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anAccount } from "#tests/build/account.ts";
import { aDivision } from "#tests/build/division.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/sign-in.ts";
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
const PASSWORD = "correct horse battery staple";
const KNOWN_ID = idNo("54032619800101001");
const HOLDER_ID = idNo("54032619810101001");
const OTHER_ID = idNo("54032619820101001");
let town: Township;
let county: number;
let chief: Session;
let clerk: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  const [above] = await database.look<{ parent_id: number }>("select parent_id from division where id = $1", [
    town.township,
  ]);
  county = above!.parent_id;
  const other = await aDivision(database, { name: "香堆镇", level: "TOWNSHIP", parentId: county });
  await aDivision(database, { name: "吉塘村", level: "VILLAGE", parentId: other.id });
  await aDivision(database, { name: "热孜居委会", level: "VILLAGE", parentId: other.id });
  const head = await anAccount(database, { divisionId: county, role: "COUNTY_ADMIN", name: "县管" });
  chief = await signIn(database, head.username);
  clerk = await signIn(database, town.admin);
  const [township, village] = [town.township, town.villages[1]];
  await anAccount(database, {
    username: "laozhang",
    name: "老张",
    divisionId: township,
    role: "TOWNSHIP_REVIEWER",
  });
  await anAccount(database, { username: "guanle", name: "关了", divisionId: township, status: "DISABLED" });
  for (const username of ["shuang1", "shuang2"])
    await anAccount(database, { username, name: "双名", divisionId: village, role: "VILLAGE_CADRE" });
  await anAccount(database, { username: "yuanfang", name: "远方", divisionId: town.elsewhere });
  await aPerson(database, { name: "达瓦", divisionId: village, idNo: KNOWN_ID, unitName: "村委会" });
  const holder = await aPerson(database, { name: "有号", divisionId: village, idNo: HOLDER_ID });
  await anAccount(database, { username: "youhao", name: "有号人", divisionId: village, personId: holder.id });
  for (const _twin of [1, 2]) await aPerson(database, { name: "同名", divisionId: village });
});

const line = (change: Line = {}): Line => ({
  序号: "1",
  姓名: "扎西",
  账号名: "",
  单位: "雪东村",
  岗位: "村干部",
  身份证号: "",
  生效日期: "",
  失效日期: "",
  ...change,
});

async function staged(session: Session, divisionId: number, lines: Line[]) {
  const asked = { sheet: "accounts", divisionId, lines, title: "察雅县账号名单" };
  const tried = await tryOut<{ meant: { username: string; place: string } }>(database, session, asked);
  return { ...tried, meant: tried.rows.map(({ values }) => values.meant) };
}

const FAULTS: [what: string, change: Line, told: string][] = [
  ["no name", { 姓名: "" }, "BAD name.required"],
  ["a name with a telephone in it", { 姓名: "扎西13889001122" }, "BAD name.nameCharacters"],
  ["a unit with a slip", { 单位: "雪冬村" }, "BAD unit.unitUnknownNear"],
  ["a unit like none", { 单位: "火星村" }, "BAD unit.unitUnknown"],
  ["a village whose name two bear", { 单位: "吉塘村" }, "BAD unit.unitTwice"],
  ["a place of another county", { 单位: "八宿县白玛镇" }, "BAD unit.unitUnknown"],
  ["the prefecture above", { 单位: "昌都市" }, "BAD unit.unitUnknown"],
  ["no role", { 岗位: "" }, "BAD role.required"],
  ["a role like none", { 岗位: "大法师" }, "BAD role.unknownChoice"],
  ["a role with a slip", { 岗位: "村干步" }, "BAD role.unknownChoiceNear"],
  ["two roles in one cell", { 岗位: "村干部、第一书记" }, "BAD role.tooManyChoices"],
  ["a role above the giver", { 单位: "察雅县", 岗位: "市级管理员" }, "BAD role.roleHere"],
  ["a role of another level", { 单位: "吉塘镇", 岗位: "县级管理员" }, "BAD role.roleHere"],
  ["one of the three officers", { 单位: "察雅县", 岗位: "审计员" }, "BAD role.roleHere"],
  ["an account name with blanks", { 账号名: "zha xi" }, "BAD username.usernameForm"],
  ["an account name of two letters", { 账号名: "zx" }, "BAD username.usernameForm"],
  ["an account name of somebody else", { 账号名: "laozhang" }, "BAD username.usernameOf"],
  ["an account name taken out of reach", { 账号名: "yuanfang" }, "BAD username.usernameTaken"],
  ["an account name twice, first", { 姓名: "头一个", 账号名: "liangci" }, "ADD"],
  ["an account name twice, again, in capitals", { 账号名: "LiangCi" }, "BAD username.duplicateInFile"],
  ["one person twice, first", { 姓名: "两回" }, "ADD"],
  ["one person twice, again", { 姓名: "两 回" }, "BAD name.personTwice"],
  ["somebody who has an account", { 姓名: "有号" }, "BAD name.personHasAccount"],
  ["the same by number", { 姓名: "有号", 单位: "吉塘镇", 身份证号: HOLDER_ID }, "BAD idNo.personHasAccount"],
  ["a number of somebody else", { 姓名: "不是他", 身份证号: KNOWN_ID }, "BAD name.personNameDiffers"],
  [
    "a number with a wrong digit",
    { 身份证号: `${KNOWN_ID.slice(0, 17)}${KNOWN_ID.endsWith("0") ? "1" : "0"}` },
    "BAD idNo.idCheckDigit",
  ],
  ["two accounts of that name", { 姓名: "双名" }, "BAD username.accountsThere"],
  ["a term that is over", { 姓名: "过期", 失效日期: "2026-11-23" }, "BAD toOn.termOver"],
  ["a term that ends first", { 生效日期: "2027-03-01", 失效日期: "2027-02-01" }, "BAD toOn.termEnds"],
  ["the 31st of April", { 生效日期: "2027.4.31" }, "BAD fromOn.date"],
];

test(`accounts: ${FAULTS.length - 2} kinds of fault are told in their cells`, async () => {
  const { said } = await staged(
    chief,
    county,
    FAULTS.map(([, change], nth) =>
      line({ 姓名: `甲${"一二三四五六七八九十"[nth % 10]}${"子丑寅"[Math.floor(nth / 10)]}`, ...change }),
    ),
  );
  expect(FAULTS.map(([what], nth) => `${what}: ${said[nth]}`)).toEqual(
    FAULTS.map(([what, , told]) => `${what}: ${told}`),
  );
});

const ODD: [what: string, change: Line, told: string, place: string][] = [
  ["no unit: the one of the upload", { 姓名: "县里人", 单位: "", 岗位: "县委组织部" }, "ADD", "察雅县"],
  ["the whole path", { 姓名: "全称", 单位: "西藏自治区昌都市察雅县吉塘镇雪东村" }, "ADD", "雪东村"],
  ["a path with strokes", { 姓名: "斜杠", 单位: "察雅县 / 香堆镇 / 吉塘村" }, "ADD", "吉塘村"],
  ["without levels", { 姓名: "无级", 单位: "香堆吉塘" }, "ADD", "吉塘村"],
  ["an office for its place", { 姓名: "机关", 单位: "吉塘镇人民政府", 岗位: "乡镇审核员" }, "ADD", "吉塘镇"],
  ["the committee of a neighborhood", { 姓名: "居委", 单位: "热孜居委会" }, "ADD", "热孜居委会"],
  ["what offices call a role", { 姓名: "书记", 岗位: "驻村第一书记" }, "ADD", "雪东村"],
  ["a role with a number before it", { 姓名: "序号", 岗位: "01 村干部" }, "ADD", "雪东村"],
  [
    "a name filled with a blank, an account name in full width",
    { 姓名: "格 桑", 账号名: "Ｇｅｓａｎｇ" },
    "ADD",
    "雪东村",
  ],
  [
    "days as the office writes them",
    { 姓名: "日期", 生效日期: "2027年1月1日", 失效日期: 46753 },
    "ADD",
    "雪东村",
  ],
  [
    "a day that is over begins now",
    { 姓名: "早先", 生效日期: "2024.3.18" },
    "ADD fromOn.termPast?",
    "雪东村",
  ],
  ["namesakes without a number", { 姓名: "同名" }, "ADD name.personNamesakes?", "雪东村"],
  ["a number that nobody has", { 姓名: "无此号", 身份证号: OTHER_ID }, "ADD idNo.personUnknown?", "雪东村"],
  [
    "a person found by number elsewhere",
    { 姓名: "达瓦", 单位: "吉塘镇", 身份证号: KNOWN_ID },
    "ADD",
    "吉塘镇",
  ],
  [
    "an account that is there",
    { 姓名: "老张", 账号名: "LaoZhang", 单位: "吉塘镇", 岗位: "乡镇审核员" },
    "SAME",
    "吉塘镇",
  ],
  [
    "there, with another role",
    { 姓名: "老张", 账号名: "", 单位: "吉塘镇" },
    "SAME username.accountThere? role.accountRoleDiffers?",
    "吉塘镇",
  ],
  [
    "there, but closed",
    { 姓名: "关了", 账号名: "guanle", 单位: "吉塘镇" },
    "SAME username.accountClosed?",
    "吉塘镇",
  ],
];

test(`accounts: ${ODD.length} rows that look odd are right`, async () => {
  const { said, meant } = await staged(
    chief,
    county,
    ODD.map(([, change]) => line(change)),
  );
  expect(ODD.map(([what], nth) => `${what}: ${said[nth]}, ${meant[nth]!.place}`)).toEqual(
    ODD.map(([what, , told, place]) => `${what}: ${told}, ${place}`),
  );
  expect(meant.map(({ username }) => username)).toEqual(
    expect.arrayContaining(["gesang", "laozhang", "dawa", "xianliren"]),
  );
});

test("a township's administrator seeds nothing above or beside himself", async () => {
  const { said } = await staged(clerk, town.township, [
    line({ 姓名: "高一级", 单位: "察雅县", 岗位: "县级管理员" }),
    line({ 姓名: "高一级乡", 单位: "吉塘镇", 岗位: "县级管理员" }),
    line({ 姓名: "隔壁", 单位: "香堆镇", 岗位: "乡镇审核员" }),
    line({ 姓名: "同级", 单位: "吉塘镇", 岗位: "乡镇管理员" }),
  ]);
  expect(said).toEqual(["BAD unit.unitUnknown", "BAD role.roleHere", "BAD unit.unitUnknown", "ADD"]);
  const [poverty] = await Promise.all([
    anAccount(database, { divisionId: county, role: "COUNTY_POVERTY_OFFICE" }),
  ]);
  const office = await signIn(database, poverty.username);
  await expect(upload(office, "accounts", county, await fileOf([line()]))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(upload(clerk, "accounts", county, await fileOf([line()]))).rejects.toMatchObject({
    code: "not-found",
  });
});

const LIST = [
  line({ 姓名: "次仁", 账号名: "ciren.xd" }),
  line({ 姓名: "达瓦", 身份证号: KNOWN_ID }),
  line({ 姓名: "卓嘎", 单位: "吉塘镇", 岗位: "乡镇审核员", 生效日期: "2027-01-01", 失效日期: "2099-01-01" }),
  line({ 姓名: "边巴", 单位: "没有的村" }),
];
const accounts = (id: string) => reading(chief, (scope) => importedAccounts(scope, { id }));

test("the good rows become accounts without codes; slips bring those, once in clear and never in the database; twice changes nothing", async () => {
  const { id } = await staged(chief, county, LIST);
  expect((await publish(chief, id)).status).toBe("DONE");
  expect((await view(chief, id)).counts).toMatchObject({ added: 3, bad: 1 });
  const made = await accounts(id);
  expect(
    made.map(({ name, username, place, role, state, until }) => [name, username, place, role, state, until]),
  ).toEqual(
    expect.arrayContaining([
      ["次仁", "ciren.xd", "雪东村", "VILLAGE_CADRE", "FRESH", null],
      ["达瓦", "dawa", "雪东村", "VILLAGE_CADRE", "FRESH", null],
      ["卓嘎", "zhuoga", "吉塘镇", "TOWNSHIP_REVIEWER", "FRESH", null],
    ]),
  );
  const grants = await database.look(
    `select a.username, p.name as person, (g.from_at at time zone 'Asia/Shanghai')::date::text as from_on,
       (g.to_at at time zone 'Asia/Shanghai')::date::text as to_on, b.name as by
     from account a join role_grant g on g.account_id = a.id left join person p on p.id = a.person_id left join account b on b.id = g.granted_by
     where a.username in ('dawa', 'zhuoga') order by 1`,
  );
  expect(grants).toMatchObject([
    { username: "dawa", person: "达瓦", to_on: null, by: "县管" },
    { username: "zhuoga", person: null, from_on: "2027-01-01", to_on: "2099-01-01", by: "县管" },
  ]);
  const [told] = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'account.listTaken' order by id desc limit 1",
  );
  expect(told!.facts).toMatchObject({ step: "made", made: 3, import: id });
  expect(
    JSON.stringify(await database.look("select values from import_row where import_id = $1", [id])),
  ).not.toContain(KNOWN_ID);

  const ids = made.map((one) => one.id);
  const first = await issueSlips(chief, { accountIds: ids });
  const again = await issueSlips(chief, { accountIds: ids });
  expect((await accounts(id)).every(({ until }) => until !== null)).toBe(true);
  const code = (of: typeof first) => of.slips.find(({ username }) => username === "ciren.xd")!.code;
  const stranger = { address: "10.4.4.4", agent: null };
  await expect(setPasswordByCode({ code: code(first), password: PASSWORD }, stranger)).rejects.toMatchObject({
    words: { key: "signIn.code" },
  });
  const token = await setPasswordByCode({ code: code(again), password: PASSWORD }, stranger);
  expect(await viewerOf({ token })).toMatchObject({ name: "次仁", grants: [{ role: "VILLAGE_CADRE" }] });
  // Who is in already needs no slip, and gets none.
  await expect(issueSlips(chief, { accountIds: ids })).rejects.toMatchObject({ code: "not-found" });
  const trail = await database.look("select facts from audit_event where verb like 'account.%'");
  expect(JSON.stringify(trail)).not.toContain(code(again));

  expect((await staged(chief, county, LIST)).said).toEqual([
    "SAME",
    "SAME username.accountThere?",
    "SAME username.accountThere?",
    "BAD unit.unitUnknown",
  ]);
});

test("unused accounts go back with their codes; the used and the changed stay and are named", async () => {
  const { id } = await staged(chief, county, [
    line({ 姓名: "没用过", 账号名: "meiyong" }),
    line({ 姓名: "有代码", 账号名: "youdaima" }),
    line({ 姓名: "已启用", 账号名: "yiqiyong" }),
    line({ 姓名: "加过角色", 账号名: "jiajuese" }),
    line({ 姓名: "被停用", 账号名: "beitingyong" }),
  ]);
  await publish(chief, id);
  const made = new Map((await accounts(id)).map((one) => [one.username, one.id]));
  const { slips } = await issueSlips(chief, { accountIds: [made.get("youdaima")!, made.get("yiqiyong")!] });
  const stranger = { address: "10.4.4.5", agent: null };
  const of = (username: string) => slips.find((one) => one.username === username)!.code;
  await setPasswordByCode({ code: of("yiqiyong"), password: PASSWORD }, stranger);
  await database.look(
    "insert into role_grant (account_id, role, division_id) values ($1, 'FIRST_SECRETARY', $2)",
    [made.get("jiajuese"), town.villages[1]],
  );
  await database.look("update account set status = 'DISABLED' where username = 'beitingyong'");
  const plan = await reading(chief, (scope) => planTakeBack(scope, { id }));
  expect(plan).toMatchObject({ removed: 2, restored: 0, stayed: 3 });
  await takeBackImport(chief, { id, reason: "上传错了文件" });
  await runJobs();
  expect(await view(chief, id)).toMatchObject({ status: "TAKEN_BACK", counts: { went: 2, stayed: 3 } });
  const kept = await reading(chief, (scope) => listKept(scope, { id }));
  expect(kept.map(({ kind, name, stays }) => [kind, name, stays]).sort()).toEqual([
    ["account", "加过角色", "EDITED"],
    ["account", "已启用", "USED"],
    ["account", "被停用", "EDITED"],
  ]);
  const left = await database.look<{ username: string }>(
    "select username from account where id = any ($1) order by 1",
    [[...made.values()]],
  );
  expect(left.map(({ username }) => username)).toEqual(["beitingyong", "jiajuese", "yiqiyong"]);
  await expect(
    setPasswordByCode({ code: of("youdaima"), password: PASSWORD }, stranger),
  ).rejects.toMatchObject({
    words: { key: "signIn.code" },
  });
  expect((await rowsOf(chief, id, "ADD")).length).toBe(5);
});

test("accounts go in and back only for somebody who has proved lately who sits there", async () => {
  const { id } = await staged(chief, county, [line({ 姓名: "要证明" })]);
  const proved = (at: string) =>
    database.look(
      "update session set proved_at = $1::timestamptz where account_id = (select id from account where name = '县管')",
      [at],
    );
  await proved("-infinity");
  await expect(publishImport(chief, { id })).rejects.toMatchObject({ code: "proof-again" });
  await proved("now");
  expect((await publish(chief, id)).status).toBe("DONE");
  await proved("-infinity");
  await expect(takeBackImport(chief, { id, reason: "上传错了文件" })).rejects.toMatchObject({
    code: "proof-again",
  });
  await proved("now");
});

test("the template offers the roles that whoever takes it may give, and says what a blank cell means", async () => {
  const words = { notes: "说明", column: "列", need: "必填", choices: "可填", must: "是" };
  const offeredTo = async (session: Session) => {
    const [own, notes] = templateOf(
      sheet,
      words,
      "zh-CN",
      "2026-11-23",
      sheet.narrow?.(await viewerOf(session)),
    );
    return { roles: own?.columns.find(({ label }) => label === "岗位*")?.choices ?? [], notes };
  };
  const { roles, notes } = await offeredTo(clerk);
  expect(roles).toEqual(["乡镇管理员", "乡镇审核员", "第一书记", "驻村工作队员", "村干部", "帮扶责任人"]);
  expect((await offeredTo(chief)).roles).toEqual(expect.arrayContaining(["县级管理员", "考核员", "村干部"]));
  expect((await offeredTo(chief)).roles).not.toContain("市级管理员");
  expect(JSON.stringify(notes?.rows)).toContain("不填就用姓名的拼音");
});

test("eight hundred accounts are checked and made in seconds, each under a name of its own", async () => {
  const lines = Array.from({ length: 800 }, (_one, nth) =>
    line({
      姓名: `${"扎次达格卓白平"[nth % 7]}${"西仁瓦桑玛措旺"[Math.floor(nth / 7) % 7]}${"一二三四五六七八九"[Math.floor(nth / 49) % 9]}${"甲乙"[Math.floor(nth / 441)]}`,
    }),
  );
  const began = performance.now();
  const { id, said } = await staged(chief, county, lines);
  expect(said.filter((each) => each !== "ADD")).toEqual([]);
  expect((await publish(chief, id)).counts).toMatchObject({ added: 800 });
  process.stderr.write(`800 accounts: ${Math.round(performance.now() - began)} ms\n`);
  const { slips } = await issueSlips(chief, { accountIds: (await accounts(id)).map((one) => one.id) });
  expect(new Set(slips.map(({ code }) => code)).size).toBe(800);
  expect(performance.now() - began).toBeLessThan(60_000);
}, 120_000);
