// Faulty and odd rows of sheet 1.
import { idNo } from "./importing.ts";
import { FAR, type Fault, manOf, numberOf, TAKEN, wrongDigit } from "./planting.ts";
import type { Line } from "./seeded-workbook.ts";

export const HOUSEHOLD_LABELS =
  "序号,县,乡（镇）,村,组,户编号,户主姓名,性别,身份证号,民族,家庭人口,贫困户属性,识别标准,主要致贫原因,其他致贫原因,脱贫属性,脱贫年度,人均纯收入（元）,是否搬迁户,危房等级,饮水安全,户联系电话,年度,备注".split(
    ",",
  );
export const household = (nth: number, change: Line): Line => ({
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

export const HOUSEHOLD_FAULTS: Fault[] = [
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
  ["a sex that is none", { 性别: "男/女" }, "sex.tooManyChoices"],
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
    "status.statusByReturn",
  ],
  [
    "another head than registered",
    { 户编号: "TWIN1", 村: "雪东村", 户主姓名: "别人", 身份证号: null },
    "headName.headDiffers?",
  ],
];

export const ODD_HOUSEHOLDS: [what: string, change: Line, values: Record<string, unknown>][] = [
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

export function endsInX(): string {
  for (let nth = 10; nth < 99; nth++) {
    const whole = idNo(`540326198609${nth > 30 ? 28 : nth}${String(nth).padStart(2, "0")}1`);
    if (whole.endsWith("X")) return whole;
  }
  throw new Error("no number ends in X");
}
export function spaced(whole: string): string {
  return `${whole.slice(0, 6)} ${whole.slice(6, 14)} ${whole.slice(14)}`.toLowerCase();
}
