/** F2.2 书记岗位空缺天数: days without a Party secretary, added up over the villages of a unit, and the longest of them. */
import { sum } from "../indicator.ts";

export default sum({
  id: "F2.2",
  item: "F2",
  name: { "zh-CN": "书记岗位空缺天数", en: "Days without a secretary" },
  caseUnit: { "zh-CN": "个书记岗位", en: "secretary posts" },
  missing: { "zh-CN": "书记空缺", en: "without a secretary" },
  definition: {
    "zh-CN":
      "期内（当期截至今天）各村党组织书记岗位没有人任职的天数之和，另列最长的一个。任职按“到任日起、离任日前”计算：15 日离任、20 日到任为空缺 5 天；岗位设立以前、撤销以后不计。",
    en: "Days in the period (up to today in the running one) on which a village's post of Party secretary was held by nobody, added up, with the longest beside it. Somebody who leaves on the 15th and is followed on the 20th leaves five days; before the post was set up and after it was done away with nothing counts.",
  },
  formula: { "zh-CN": "Σ 每个书记岗位的空缺天数", en: "Σ days on which each post of secretary stood empty" },
  source: { "zh-CN": "岗位职数、任职登记", en: "Posts and their places, tenures" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  adds: { column: "days", unit: { "zh-CN": "天", en: "days" } },
  of: "secretaries",
  part: { days: 0 },
});
