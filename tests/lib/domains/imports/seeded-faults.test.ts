// Proves that a workbook full of planted faults is read right: each fault is told in its own cell, and no odd but true row is refused.
import { beforeAll, expect, test } from "vitest";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { aDivision } from "#tests/build/division.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, check, idNo, runJobs, type Township, upload, view } from "./importing.ts";
import { FIRST_ROW, type Line, type Planted, type SeededSheet, seededWorkbook } from "./seeded-workbook.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

/** What is planted, the cells that carry it, and where and how it must be told; several tellings are joined by blanks. */
type Fault = [what: string, change: Line, told: string];

const numberOf = (nth: number) => `54032600${String(nth).padStart(4, "0")}`;
const manOf = (nth: number) =>
  idNo(`54032619850${3 + Math.floor(nth / 100)}18${String(nth % 100).padStart(2, "0")}1`);
const wrongDigit = (whole: string) => whole.slice(0, 17) + (whole[17] === "1" ? "2" : "1");
const TAKEN = idNo("54032619700101001");
const FAR = idNo("54032619710101001");
const HIS = idNo("54032619720101001");

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
  const [near, other] = town.villages;
  for (const name of ["宗巴村", "宗巴社区"])
    await aDivision(database, { name, level: "VILLAGE", parentId: town.township });
  const known = await aHousehold(database, {
    divisionId: near,
    householdNo: "HOME",
    headName: "扎西平措",
    head: { idNo: TAKEN },
  });
  await aHousehold(database, { divisionId: other, householdNo: "MOVED", headName: "次仁罗布" });
  await aHousehold(database, {
    divisionId: town.elsewhere,
    householdNo: "FAR",
    headName: "远方",
    head: { idNo: FAR },
  });
  await aHousehold(database, { divisionId: near, householdNo: "EXITED", headName: "旺堆", status: "EXITED" });
  for (const householdNo of ["TWIN1", "TWIN2"])
    await aHousehold(database, { divisionId: other, householdNo, headName: "同名户" });
  const family = await aHousehold(database, {
    divisionId: near,
    householdNo: "FAMILY",
    headName: "洛桑",
    head: { idNo: HIS },
  });
  await aHousehold(database, { divisionId: near, householdNo: "HELPED", headName: "边巴" });
  for (const unit of ["县水利局", "县林草局"])
    await aPerson(database, { divisionId: town.township, name: "白玛同名", unitName: unit });
  await aPerson(database, {
    divisionId: near,
    householdId: family.id,
    name: "洛桑家人",
    unitName: "村委会",
    phone: "13700000007",
  });
  for (const nth of PAIRING_FAULTS.keys())
    await aHousehold(database, { divisionId: near, householdNo: `PAIR${nth}`, headName: "仁增" });
  const first = await aPerson(database, {
    divisionId: town.township,
    name: "现任帮扶人",
    unitName: "县财政局",
  });
  await database.look(
    `insert into pairing (household_id, division_id, helper_id, helper_name, helper_unit, kind, from_on)
     select id, division_id, $1, '现任帮扶人', '县财政局', 'FIRST_HELPER', '2024-01-01' from household where household_no = 'HELPED'`,
    [first.id],
  );
  expect(known.id).toBeTruthy();
});

async function told(sheet: string, seeded: SeededSheet[], more?: { from1904?: boolean }) {
  const id = await upload(admin, sheet, town.township, await seededWorkbook(seeded, more));
  const before = await view(admin, id);
  const after = await check(admin, id);
  const rows = await database.look<{
    row_no: number;
    action: string;
    values: Record<string, unknown>;
    problems: { column: string; key: string; level: string }[];
  }>("select row_no, action, values, problems from import_row where import_id = $1 order by row_no", [id]);
  // A check that broke off would leave the rows unjudged.
  expect([after.status, after.failure]).toEqual(["CHECKED", null]);
  return { before, after, rows };
}

const saidBy = (row: { problems: { column: string; key: string; level: string }[] } | undefined) =>
  (row?.problems ?? [])
    .map(({ column, key, level }) => `${column}.${key}${level === "warn" ? "?" : ""}`)
    .sort()
    .join(" ");

const wanted = (faults: readonly Fault[]) =>
  faults.map(([what, , expected]) => `${what}: ${expected.split(" ").sort().join(" ")}`);
const found = (faults: readonly Fault[], rows: readonly { row_no: number; problems: never[] }[] | never[]) =>
  faults.map(
    ([what], at) =>
      `${what}: ${saidBy((rows as { row_no: number; problems: [] }[]).find((row) => row.row_no === FIRST_ROW + at))}`,
  );

// ---- sheet 1 ----

const HOUSEHOLD_LABELS =
  "序号,县,乡（镇）,村,组,户编号,户主姓名,性别,身份证号,民族,家庭人口,贫困户属性,识别标准,主要致贫原因,其他致贫原因,脱贫属性,脱贫年度,人均纯收入（元）,是否搬迁户,危房等级,饮水安全,户联系电话,年度,备注".split(
    ",",
  );
const household = (nth: number, change: Line): Line => ({
  序号: nth + 1,
  县: "察雅县",
  "乡（镇）": "吉塘镇",
  村: "吉塘村",
  组: "一组",
  户编号: numberOf(nth),
  户主姓名: "扎西",
  性别: "男",
  身份证号: manOf(nth),
  民族: "藏族",
  家庭人口: 5,
  贫困户属性: "一般贫困户",
  识别标准: "国家标准",
  主要致贫原因: "缺技术",
  脱贫属性: "未脱贫",
  "人均纯收入（元）": 3180.5,
  是否搬迁户: "否",
  饮水安全: "是",
  年度: "2026",
  ...change,
});

const HOUSEHOLD_FAULTS: Fault[] = [
  ["no household number", { 户编号: null }, "householdNo.required"],
  ["a number past fifteen digits", { 户编号: Number("5403260010010012345") }, "householdNo.numberLostDigits"],
  ["a number in scientific notation", { 户编号: "5.40326E+11" }, "householdNo.scientific"],
  ["words for a number", { 户编号: "见附件" }, "householdNo.numberWords"],
  ["ditto marks", { 户编号: "同上" }, "householdNo.ditto"],
  ["a formula without its result", { 户编号: { formula: "F4+1" } }, "householdNo.formulaWithoutValue"],
  ["an error as the result of a formula", { 户编号: { error: "#REF!" } }, "householdNo.cellError"],
  ["yes for a number", { 户编号: { boolean: true } }, "householdNo.cellError"],
  ["#N/A from a lookup", { 村: { error: "#N/A" } }, "village.cellError village.placeMissing"],
  ["no name", { 户主姓名: "　" }, "headName.required"],
  ["a name of one character", { 户主姓名: "扎" }, "headName.nameLength"],
  ["a name of forty characters", { 户主姓名: "扎西".repeat(20) }, "headName.nameLength"],
  ["a formula as a name", { 户主姓名: "=cmd|'/c calc'!A1" }, "headName.nameCharacters"],
  ["two people in one cell", { 户主姓名: "扎西、卓玛" }, "headName.nameCharacters"],
  ["a telephone number as a name", { 户主姓名: "13889001122" }, "headName.nameCharacters"],
  ["characters lost on the way", { 户主姓名: "扎\ufffd次仁" }, "headName.garbled"],
  ["mojibake of another encoding", { 户主姓名: "锟斤拷西" }, "headName.garbled"],
  ["an ID kept as a number", { 身份证号: 540326198503180000 }, "idNo.idLostDigits"],
  ["an ID in scientific notation", { 身份证号: "5.40326E+17" }, "idNo.scientific"],
  ["an ID of 17 digits", { 身份证号: "54032619850318001" }, "idNo.idLength"],
  ["an ID with the letter O", { 身份证号: "5403261985O3180012" }, "idNo.idCharacters"],
  ["an ID of the 30th of February", { 身份证号: idNo("54032619850230001") }, "idNo.idBirth"],
  ["an ID with a wrong last digit", { 身份证号: wrongDigit(manOf(690)) }, "idNo.idCheckDigit"],
  ["an ID of no province", { 身份证号: idNo("99032619850318001") }, "idNo.idRegion"],
  ["an ID of somebody not born yet", { 身份证号: idNo("54032620270318001") }, "idNo.birthAhead"],
  ["an ID of somebody 140 years old", { 身份证号: idNo("54032618860318001") }, "idNo.tooOld"],
  ["a sex against the ID", { 性别: "女" }, "sex.sexDiffers?"],
  ["a sex that is none", { 性别: "男/女" }, "sex.unknownChoiceNear"],
  ["an ethnicity with a slip", { 民族: "臧族" }, "ethnicity.unknownChoiceNear"],
  ["minus three members", { 家庭人口: -3 }, "memberCount.outOfRange"],
  ["no members at all", { 家庭人口: 0 }, "memberCount.outOfRange"],
  ["two members and a half", { 家庭人口: 2.5 }, "memberCount.integer"],
  ["a range of members", { 家庭人口: "3-5" }, "memberCount.integer"],
  ["two hundred members", { 家庭人口: "200人" }, "memberCount.outOfRange"],
  ["an attribute with a slip", { 贫困户属性: "一般困户" }, "attribute.unknownChoiceNear"],
  ["an attribute like none", { 贫困户属性: "外星人" }, "attribute.unknownChoice"],
  ["a cause out of the air", { 主要致贫原因: "运气" }, "mainCause.unknownChoice"],
  ["three further causes", { 其他致贫原因: "因病、因残、因学" }, "otherCauses.tooManyChoices"],
  ["the main cause once more", { 其他致贫原因: "缺技术" }, "otherCauses.causeTwice?"],
  ["no status", { 脱贫属性: "—" }, "status.required"],
  ["a status like none", { 脱贫属性: "致富" }, "status.unknownChoice"],
  ["an exit without its year", { 脱贫属性: "已脱贫" }, "exitYear.exitYearMissing?"],
  ["an exit year of a poor household", { 脱贫年度: 2019 }, "exitYear.exitYearOfPoor?"],
  ["an exit year long ago", { 脱贫年度: 1850 }, "exitYear.year"],
  ["an exit year to come", { 脱贫属性: "已脱贫", 脱贫年度: 2029 }, "exitYear.exitYearAhead"],
  ["an exit year in words", { 脱贫属性: "已脱贫", 脱贫年度: "去年" }, "exitYear.year"],
  ["about three thousand", { "人均纯收入（元）": "约3000" }, "incomePerHeadFen.money"],
  ["from three to four thousand", { "人均纯收入（元）": "3000-4000" }, "incomePerHeadFen.money"],
  ["an income below nothing", { "人均纯收入（元）": -200 }, "incomePerHeadFen.incomeStrange?"],
  ["an income of nine figures", { "人均纯收入（元）": 318050000 }, "incomePerHeadFen.incomeStrange?"],
  ["an income in wan", { "人均纯收入（元）": "1.2万" }, "incomePerHeadFen.moneyWan?"],
  ["an income with a unit that is none", { "人均纯收入（元）": "3亩" }, "incomePerHeadFen.money"],
  ["perhaps relocated", { 是否搬迁户: "可能" }, "relocated.yesNo"],
  ["a housing grade E", { 危房等级: "Ｅ级" }, "housingGrade.unknownChoiceNear"],
  ["water of nobody knows", { 饮水安全: "不清楚" }, "waterSafe.yesNo"],
  ["a telephone too short", { 户联系电话: "1388900112" }, "phone.phone?"],
  ["a village with a slip", { 村: "吉唐村" }, "village.placeUnknownNear"],
  ["a village like none", { 村: "天边村" }, "village.placeUnknown"],
  ["a township with a slip", { "乡（镇）": "吉糖镇" }, "township.placeUnknownNear"],
  ["another county", { 县: "八宿县" }, "county.placeUnknown"],
  ["a village that two could be", { 村: "宗巴" }, "village.placeTwice"],
  ["no village", { 村: "/" }, "village.placeMissing"],
  ["a group of fifty characters", { 组: "组".repeat(50) }, "groupName.tooLong"],
  ["a remark longer than a page", { 备注: "长".repeat(501) }, "remark.tooLong"],
  ["another year's row", { 年度: "2025" }, "year.otherYear"],
  ["the household number of the first good row", { 户编号: numberOf(500) }, "householdNo.duplicateInFile"],
  ["the ID of the first good row", { 身份证号: manOf(500) }, "idNo.duplicateInFile"],
  ["a household of another county", { 户编号: "FAR" }, "householdNo.householdElsewhere"],
  ["a household of another village", { 户编号: "MOVED", 户主姓名: "次仁罗布" }, "village.householdMoved"],
  ["a head who lives in another household", { 身份证号: TAKEN }, "idNo.personInOtherHousehold"],
  ["an ID held out of reach", { 身份证号: FAR }, "idNo.idElsewhere"],
  [
    "another status than registered",
    { 户编号: "EXITED", 户主姓名: "旺堆", 身份证号: null },
    "status.statusDiffers?",
  ],
  [
    "another head than registered",
    { 户编号: "TWIN1", 村: "雪东村", 户主姓名: "别人", 身份证号: null },
    "headName.headDiffers?",
  ],
];

const ODD_HOUSEHOLDS: [what: string, change: Line, values: Record<string, unknown>][] = [
  ["plain", { 户编号: numberOf(500), 身份证号: manOf(500) }, { householdNo: numberOf(500) }],
  ["full-width digits", { 户编号: "５４０３２６００９０１" }, { householdNo: "54032600901" }],
  ["ideographic blanks around and within a name", { 户主姓名: "　扎　西　" }, { name: "扎西" }],
  ["zero-width characters", { 户主姓名: "扎\u200b西\ufeff" }, { name: "扎西" }],
  ["a mark that turns the direction of writing", { 户主姓名: "扎西\u202e" }, { name: "扎西" }],
  ["a dot of another kind", { 户主姓名: "扎西•次仁" }, { name: "扎西·次仁" }],
  ["a rare character", { 户主姓名: "𠮷扎西" }, { name: "𠮷扎西" }],
  ["a byname in brackets", { 户主姓名: "扎西（大）" }, { name: "扎西（大）" }],
  ["a Tibetan name", { 户主姓名: "བཀྲ་ཤིས" }, { name: "བཀྲ་ཤིས" }],
  ["no ID number", { 身份证号: "无" }, {}],
  ["an ID with blanks and a small x", { 身份证号: spaced(endsInX()) }, {}],
  ["a village with its committee", { 村: "吉塘村村民委员会" }, {}],
  ["a county without its ending", { 县: "察雅" }, {}],
  ["members with their unit", { 家庭人口: "5口" }, { "year.member_count": 5 }],
  [
    "members as the result of a formula",
    { 家庭人口: { formula: "2+3", result: 5 } },
    { "year.member_count": 5 },
  ],
  [
    "an income with its unit and comma",
    { "人均纯收入（元）": "￥3,180.50元" },
    { "year.income_per_head_fen": 318050 },
  ],
  [
    "an income that a division left",
    { "人均纯收入（元）": { formula: "A1/3", result: 3456.666667 } },
    { "year.income_per_head_fen": 345667 },
  ],
  ["a status with its number", { 脱贫属性: "0 未脱贫" }, { "year.status": "POOR" }],
  [
    "an exit year in Chinese digits",
    { 脱贫属性: "脱贫", 脱贫年度: "二〇一九年" },
    { "year.exit_year": 2019 },
  ],
  ["an exit year as a day", { 脱贫属性: "脱贫", 脱贫年度: { serial: 43830 } }, { "year.exit_year": 2019 }],
  [
    "a tick and a cross",
    { 饮水安全: "√", 是否搬迁户: "×" },
    { "year.water_safe": true, "year.relocated": false },
  ],
  ["Excel's own yes", { 饮水安全: { boolean: true } }, { "year.water_safe": true }],
  [
    "a remark that looks like a formula",
    { 备注: '=HYPERLINK("http://x","点我")' },
    { "year.remark": '=HYPERLINK("http://x","点我")' },
  ],
  ["a remark with a control character", { 备注: "好_x0007_的" }, { "year.remark": "好的" }],
  ["slashes for nothing", { 组: "/", 民族: "／", 备注: "——" }, {}],
  ["a landline", { 户联系电话: "0895-4821234" }, { "household.phone": "08954821234" }],
];

function endsInX(): string {
  for (let nth = 10; nth < 99; nth++) {
    const whole = idNo(`540326198609${nth > 30 ? 28 : nth}${String(nth).padStart(2, "0")}1`);
    if (whole.endsWith("X")) return whole;
  }
  throw new Error("no number ends in X");
}
function spaced(whole: string): string {
  return `${whole.slice(0, 6)} ${whole.slice(6, 14)} ${whole.slice(14)}`.toLowerCase();
}

const householdSheet = (): SeededSheet => ({
  name: "贫困户",
  title: "察雅县吉塘镇贫困户花名册",
  labels: HOUSEHOLD_LABELS,
  rows: [
    ...ODD_HOUSEHOLDS.map(([, change], nth) => household(600 + nth, change)),
    ...HOUSEHOLD_FAULTS.map(([, change], nth) => household(nth, change)),
  ],
});

test(`sheet 1: ${HOUSEHOLD_FAULTS.length} kinds of fault, each told in its cell; ${ODD_HOUSEHOLDS.length} odd rows, none refused`, async () => {
  const { before, after, rows } = await told("household-roster", [personSheet(), householdSheet()]);
  expect(before.sheetName).toBe("贫困户");
  expect(before.headerRow).toBe(3);
  const at = (nth: number) => rows.find((row) => row.row_no === FIRST_ROW + nth);
  expect(ODD_HOUSEHOLDS.map(([what], nth) => `${what}: ${at(nth)?.action} ${saidBy(at(nth))}`)).toEqual(
    ODD_HOUSEHOLDS.map(([what]) => `${what}: ADD `),
  );
  for (const [nth, [what, , values]] of ODD_HOUSEHOLDS.entries())
    for (const [path, value] of Object.entries(values)) {
      const got = path
        .split(".")
        .reduce<unknown>((from, key) => (from as Record<string, unknown>)?.[key], at(nth)?.values);
      expect([what, path, got]).toEqual([what, path, value]);
    }
  const off = ODD_HOUSEHOLDS.length;
  expect(HOUSEHOLD_FAULTS.map(([what], nth) => `${what}: ${saidBy(at(off + nth))}`)).toEqual(
    wanted(HOUSEHOLD_FAULTS),
  );
  expect(after.counts.rows).toBe(off + HOUSEHOLD_FAULTS.length);
});

// ---- sheet 2 ----

const PERSON_LABELS =
  "县,乡,村,户编号,人口编号,姓名,性别,出生日期,证件类型,证件号码,民族,成员联系电话,年度,与户主关系,文化程度,在校生状况,劳动技能,务工时间(月),务工所在地,健康状况,政治面貌,是否低保,公益岗类型,公益岗月数,残疾类别,残疾证年度".split(
    ",",
  );
const person = (nth: number, change: Line): Line => ({
  县: "察雅县",
  乡: "吉塘镇",
  村: "吉塘村",
  户编号: "FAMILY",
  人口编号: `P${nth}`,
  姓名: "卓玛",
  性别: "男",
  证件类型: "居民身份证",
  证件号码: manOf(nth),
  民族: "藏族",
  年度: 2026,
  与户主关系: "其他",
  文化程度: "小学",
  在校生状况: "非在校生",
  劳动技能: "普通劳动力",
  健康状况: "健康",
  政治面貌: "群众",
  是否低保: "否",
  ...change,
});

const PERSON_FAULTS: Fault[] = [
  ["no ID number", { 证件号码: null }, "idNo.required"],
  ["no relation", { 与户主关系: "" }, "relation.required"],
  ["a relation with a slip", { 与户主关系: "侄子" }, "relation.unknownChoiceNear"],
  ["a relation like none", { 与户主关系: "房东" }, "relation.unknownChoice"],
  [
    "a household that nobody registered",
    { 户编号: "NOWHERE" },
    "householdNo.householdUnknown relation.noHead?",
  ],
  ["a household of another county", { 户编号: "FAR" }, "householdNo.householdElsewhere relation.noHead?"],
  ["the 30th of February", { 出生日期: "1985-02-30" }, "birthOn.date"],
  ["a thirteenth month", { 出生日期: "1985.13.1" }, "birthOn.date"],
  ["a day without its year", { 出生日期: "3月18日" }, "birthOn.date"],
  ["a day in another country's order", { 出生日期: "18/03/1985" }, "birthOn.date"],
  ["a day in words", { 出生日期: "属羊" }, "birthOn.date"],
  ["another birthday than the ID says", { 出生日期: "1985-03-19" }, "birthOn.birthDiffers?"],
  ["a card of 21 digits", { 证件类型: "残疾人证", 证件号码: `${manOf(691)}431` }, "idNo.idLength"],
  ["thirteen months of work", { "务工时间(月)": 13, 务工所在地: "拉萨" }, "workMonths.outOfRange"],
  ["work nowhere", { "务工时间(月)": 6 }, "workPlace.workPlaceMissing?"],
  ["a post of a month without its kind", { 公益岗月数: 3 }, "publicPost.publicPostMissing?"],
  ["no ability to work at forty", { 劳动技能: null }, "labor.laborMissing?"],
  ["a health like none", { 健康状况: "很好吗" }, "health.unknownChoice"],
  ["a card's year to come", { 残疾证年度: 2044 }, "disabilityCardYear.year"],
  ["the member number of the row above", { 人口编号: "P90" }, "memberNo.duplicateInFile"],
  [
    "a member of another household",
    { 证件号码: TAKEN, 姓名: "扎西平措", 性别: "男", 劳动技能: "普通劳动力" },
    "idNo.personInOtherHousehold",
  ],
  [
    "the registered head made a son",
    { 证件号码: HIS, 姓名: "洛桑", 与户主关系: "之子" },
    "relation.headLost",
  ],
  ["a head beside the registered one", { 户编号: "HELPED", 与户主关系: "户主" }, "relation.headTaken"],
  ["a first head", { 户编号: "EXITED", 与户主关系: "户主" }, "relation.headTaken relation.secondHead"],
  ["a second head", { 户编号: "EXITED", 与户主关系: "户主" }, "relation.headTaken relation.secondHead"],
  ["a wife who is a man", { 户编号: "TWIN1", 与户主关系: "之女" }, "relation.relationSex?"],
];
const ODD_PERSONS: [what: string, change: Line][] = [
  ["the row whose member number comes twice", { 人口编号: "P90" }],
  ["a day in Chinese digits", { 出生日期: "一九八五年三月十八日" }],
  ["a day with dots", { 出生日期: "1985.3.18" }],
  ["a day as Excel counts it", { 出生日期: 31124 }],
  ["a day kept as a date", { 出生日期: { serial: 31124 } }],
  ["a day with its time", { 出生日期: "1985-03-18 00:00:00" }],
  ["two states of health", { 健康状况: "长期慢性病，残疾" }],
  ["a card of a disabled person", { 证件类型: "残疾人证", 证件号码: `${manOf(692)}43` }],
  ["an officer's card", { 证件类型: "军官证", 证件号码: "军字第2001988号" }],
  ["months with their unit", { "务工时间(月)": "8个月", 务工所在地: "拉萨市" }],
];
const personSheet = (): SeededSheet => ({
  name: "贫困人口",
  title: "察雅县吉塘镇贫困人口花名册",
  labels: PERSON_LABELS,
  rows: [
    ...ODD_PERSONS.map(([, change], nth) => person(90 + nth, change)),
    ...PERSON_FAULTS.map(([, change], nth) => person(nth, change)),
  ],
});

test(`sheet 2: ${PERSON_FAULTS.length} kinds of fault, each told in its cell; ${ODD_PERSONS.length} odd rows, none refused`, async () => {
  const { before, rows } = await told("person-roster", [householdSheet(), personSheet()]);
  expect(before.sheetName).toBe("贫困人口");
  const at = (nth: number) => rows.find((row) => row.row_no === FIRST_ROW + nth);
  expect(ODD_PERSONS.map(([what], nth) => `${what}: ${at(nth)?.action} ${saidBy(at(nth))}`)).toEqual(
    ODD_PERSONS.map(([what]) => `${what}: ADD `),
  );
  const off = ODD_PERSONS.length;
  expect(PERSON_FAULTS.map(([what], nth) => `${what}: ${saidBy(at(off + nth))}`)).toEqual(
    wanted(PERSON_FAULTS),
  );
});

test("a workbook that counts days from 1904 gives the same days, with and without the format of a date", async () => {
  const days: Planted[] = [{ serial: 31124 - 1462 }, 31124 - 1462];
  const sheet = { ...personSheet(), rows: days.map((day, nth) => person(nth, { 出生日期: day })) };
  const { rows } = await told("person-roster", [sheet], { from1904: true });
  expect(rows.map(saidBy)).toEqual(["", ""]);
});

// ---- sheet 4 ----

const PAIRING_LABELS =
  "序号,乡镇,村,户编号,户主,帮扶责任人 · 单位,帮扶责任人 · 姓名,帮扶责任人 · 性别,帮扶责任人 · 政治面貌,帮扶责任人 · 职务,帮扶责任人 · 职级,帮扶责任人 · 联系电话,结对时间,结束时间,第二责任人,电话,备注".split(
    ",",
  );
const pairing = (nth: number, change: Line): Line => ({
  序号: nth + 1,
  乡镇: "吉塘镇",
  村: "吉塘村",
  户编号: `PAIR${nth}`,
  户主: "仁增",
  "帮扶责任人 · 单位": "县农牧局",
  "帮扶责任人 · 姓名": `帮扶${String.fromCodePoint(0x4e00 + nth)}`,
  "帮扶责任人 · 联系电话": `138${String(nth).padStart(8, "0")}`,
  结对时间: "2016.3.18",
  结束时间: "2016-09-18",
  ...change,
});
const open = { 结对时间: "2026-03-18", 结束时间: null };
const PAIRING_FAULTS: Fault[] = [
  ["no helper", { "帮扶责任人 · 姓名": null }, "helperName.required"],
  ["no head", { 户主: null }, "headName.required"],
  ["no day", { 结对时间: null }, "fromOn.required"],
  ["a day that is none", { 结对时间: "2016年2月30日" }, "fromOn.date"],
  [
    "a month only",
    { 结对时间: "二〇一九年三月", 结束时间: "2019-09-18", 户编号: "FAMILY", 户主: "洛桑" },
    "fromOn.dateCoarse?",
  ],
  ["an end before its beginning", { 结束时间: "2009-01-01" }, "toOn.endsBeforeStart"],
  [
    "a beginning to come",
    { ...open, 户编号: "MOVED", 村: "雪东村", 户主: "次仁罗布", 结对时间: "2026-12-31" },
    "fromOn.startsAhead?",
  ],
  ["a rank like none", { "帮扶责任人 · 职级": "皇帝" }, "helperRank.unknownChoice"],
  ["a household that nobody registered", { 户编号: "NOWHERE" }, "headName.householdUnknown"],
  ["a household of another county", { 户编号: "FAR", 户主: "远方" }, "householdNo.householdElsewhere"],
  [
    "a head whom two households have",
    { 户编号: null, 村: "雪东村", 户主: "同名户" },
    "householdNo.householdTwice",
  ],
  ["another head than registered", { 户主: "张三" }, "headName.headMismatch"],
  [
    "a helper whom two people could be",
    { "帮扶责任人 · 姓名": "白玛同名", "帮扶责任人 · 单位": "县公安局", "帮扶责任人 · 联系电话": null },
    "helperName.helperPick",
  ],
  ["a second helper whom two people could be", { 第二责任人: "白玛同名" }, "secondName.secondPick"],
  [
    "a member of the household as its helper",
    {
      户编号: "FAMILY",
      户主: "洛桑",
      "帮扶责任人 · 姓名": "洛桑家人",
      "帮扶责任人 · 联系电话": "13700000007",
    },
    "helperName.helperIsMember",
  ],
  [
    "a poor person as helper",
    { "帮扶责任人 · 姓名": "洛桑家人", "帮扶责任人 · 联系电话": "13700000007" },
    "helperName.helperIsPoor",
  ],
  [
    "a first helper beside another",
    { ...open, 户编号: "HELPED", 户主: "边巴" },
    "helperName.firstHelperTaken",
  ],
  ["a first helper of this file", { ...open, 户编号: "EXITED", 户主: "旺堆" }, "helperName.firstHelperTwice"],
  [
    "another first helper of this file",
    { ...open, 户编号: "EXITED", 户主: "旺堆" },
    "helperName.firstHelperTwice",
  ],
  [
    "neither unit nor telephone",
    { "帮扶责任人 · 单位": null, "帮扶责任人 · 联系电话": null },
    "helperUnit.helperHardToTell?",
  ],
  [
    "the same helper twice",
    {
      第二责任人: "帮扶同一",
      "帮扶责任人 · 姓名": "帮扶同一",
      电话: "13800000077",
      "帮扶责任人 · 联系电话": "13800000077",
    },
    "secondName.sameHelperTwice",
  ],
];
const pairingSheet = (): SeededSheet => ({
  name: "结对",
  title: "察雅县吉塘镇结对帮扶一览表",
  labels: PAIRING_LABELS,
  rows: PAIRING_FAULTS.map(([, change], nth) => pairing(nth, change)),
});

test(`sheet 4: ${PAIRING_FAULTS.length} kinds of fault below a header of two levels`, async () => {
  const { before, rows } = await told("pairings", [householdSheet(), personSheet(), pairingSheet()]);
  expect(before.sheetName).toBe("结对");
  expect(found(PAIRING_FAULTS, rows as never[])).toEqual(wanted(PAIRING_FAULTS));
});

// ---- what a filter left behind ----

test("rows that a filter hides are counted and asked about; left out or taken in as somebody says", async () => {
  const plain = ODD_HOUSEHOLDS.slice(0, 5).map(([, change], nth) =>
    household(700 + nth, { ...change, 身份证号: null }),
  );
  const sheet: SeededSheet = { ...householdSheet(), rows: plain, hiddenRows: [1, 3] };
  const id = await upload(admin, "household-roster", town.township, await seededWorkbook([sheet]));
  const { mapping, preview } = await view(admin, id);
  expect(preview.hiddenRows).toBe(2);
  const columns = Object.fromEntries(Object.entries(mapping).map(([key, index]) => [`column.${index}`, key]));
  await expect(checkImport(admin, { id, ...columns })).rejects.toMatchObject({
    code: "rule",
    words: { key: "import.hiddenRows", values: { count: 2 } },
  });
  for (const [hidden, rows] of [
    ["skip", [0, 2, 4]],
    ["include", [0, 1, 2, 3, 4]],
  ] as const) {
    await checkImport(admin, { id, ...columns, hidden });
    await runJobs();
    const staged = await database.look<{ row_no: number }>(
      "select row_no from import_row where import_id = $1 order by row_no",
      [id],
    );
    expect(staged.map((row) => row.row_no - FIRST_ROW)).toEqual(rows);
    expect((await view(admin, id)).counts).toMatchObject({ rows: rows.length, hidden: 2 });
  }
});
