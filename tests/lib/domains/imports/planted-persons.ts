// Faulty and odd rows of sheet 2.
import { type Fault, HIS, manOf, TAKEN } from "./planting.ts";
import type { Line } from "./seeded-workbook.ts";

export const PERSON_LABELS =
  "县,乡,村,户编号,人口编号,姓名,性别,出生日期,证件类型,证件号码,民族,成员联系电话,年度,与户主关系,文化程度,在校生状况,劳动技能,务工时间(月),务工所在地,健康状况,政治面貌,是否低保,公益岗类型,公益岗月数,残疾类别,残疾证年度".split(
    ",",
  );
export const person = (nth: number, change: Line): Line => ({
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

export const PERSON_FAULTS: Fault[] = [
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
export const ODD_PERSONS: [what: string, change: Line][] = [
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
