// Faulty rows of sheet 4.
import type { Fault } from "./planting.ts";
import type { Line } from "./seeded-workbook.ts";

export const PAIRING_LABELS =
  "序号,乡镇,村,户编号,户主,帮扶责任人 · 单位,帮扶责任人 · 姓名,帮扶责任人 · 性别,帮扶责任人 · 政治面貌,帮扶责任人 · 职务,帮扶责任人 · 职级,帮扶责任人 · 联系电话,结对时间,结束时间,第二责任人,电话,备注".split(
    ",",
  );
export const pairing = (nth: number, change: Line): Line => ({
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
export const open = { 结对时间: "2026-03-18", 结束时间: null };
export const PAIRING_FAULTS: Fault[] = [
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
