/** F3.3 紧缺岗位补足率 and F3.6 三类引才人数: places of the demands that are listed, and talent that serves, on the day of the figure. */
import { ratio } from "../indicator.ts";

export const talentGapFilled = ratio({
  id: "F3.3",
  item: "F3",
  name: { "zh-CN": "紧缺岗位补足率", en: "Wanted posts filled" },
  caseUnit: { "zh-CN": "个", en: "places" },
  missing: { "zh-CN": "未补足", en: "not filled" },
  definition: {
    "zh-CN":
      "期末（当期为今天）仍在列的岗位需求，按所需人数逐个计；当天已有人才到岗的所占比例。已撤下的需求不计，一个需求补足的人数不会多于所需人数。",
    en: "Of the places of the demands listed on the period's last day (today in the running period), each counted, the share that a talent holds that day. Demands taken off the list do not count.",
  },
  formula: { "zh-CN": "已补足岗位数 ÷ 在列岗位数", en: "places filled ÷ places listed" },
  source: { "zh-CN": "岗位需求、人才登记", en: "Demands for posts, register of talent" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "places",
  part: { filled: true },
});

export const talentByStream = ratio({
  id: "F3.6",
  item: "F3",
  name: { "zh-CN": "三类引才人数", en: "Talent that serves" },
  caseUnit: { "zh-CN": "人", en: "people" },
  missing: { "zh-CN": "不足", en: "too few" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在岗服务的引进、选派、培育人才，一人计一次。只作监测，不计灯色；按三条渠道和四类的人数在“人才”页。",
    en: "Talent recruited, dispatched or cultivated that serves on the period's last day (today in the running period), each person once. Watched only, without a light; the numbers by channel and kind stand on the page of talent.",
  },
  formula: { "zh-CN": "在岗人才数", en: "talent that serves" },
  source: { "zh-CN": "人才登记", en: "Register of talent" },
  scored: false,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  measure: "count",
  of: "talents",
  part: {},
});
