/** R2.3 走访达标率: pairings that made the visits which the rules ask, among those that held for the whole period. */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R2.3",
  item: "R2",
  name: { "zh-CN": "走访达标率", en: "Visit compliance" },
  caseUnit: { "zh-CN": "对", en: "pairings" },
  missing: { "zh-CN": "未达标", en: "short of visits" },
  definition: {
    "zh-CN":
      "整个期间都有效的结对中，走访天数达到规定次数的所占比例。一个季度合并计算，未结束的季度和年度按已结束的月份算应走访次数；免访月份不计入；电话走访只在规则允许时计入；同一天多次走访计一次。",
    en: "Of the pairings that held for the whole period, the share with as many days of visits as the rules ask. A quarter is summed; an open quarter or year owes what its ended months owe; exempt months owe nothing, phone visits count only where the rule says so, several visits on one day count once.",
  },
  formula: {
    "zh-CN": "走访达标的结对数 ÷ 应走访的结对数",
    en: "pairings with enough visits ÷ pairings that owe visits",
  },
  source: { "zh-CN": "走访记录、结对帮扶登记、走访规则", en: "Visits, pairing register, visit rules" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "path",
  of: "duties",
  part: { done: { atLeast: "required" } },
});
