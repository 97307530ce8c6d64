/** F3.1 教育扶智选派完成率 and F3.2 支教在岗率: cadres of townships' public institutions who were sent to teach. */
import { ratio } from "../indicator.ts";

export const teachingSecondment = ratio({
  id: "F3.1",
  item: "F3",
  headline: true,
  name: { "zh-CN": "教育扶智选派完成率", en: "Teaching secondments" },
  caseUnit: { "zh-CN": "人", en: "people" },
  missing: { "zh-CN": "未派出", en: "still to send" },
  definition: {
    "zh-CN":
      "本年度到期末（当期为今天）已经到校的教育扶智支教干部，与本年度目标人数比。只派未到的不计；中途结束的仍计。目标由上级分给各县，没有分到的县没有灯色。",
    en: "Cadres who began to teach between New Year and the period's last day (today in the running period), against the year's number. Planned ones do not count, ended ones still do. The number is divided from above; a county without a share has no light.",
  },
  formula: { "zh-CN": "本年已到校人数 ÷ 目标人数", en: "begun this year ÷ target" },
  source: { "zh-CN": "教育扶智选派登记", en: "Register of teaching secondments" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "year",
  measure: "count",
  proposed: 100,
  of: "secondments",
  whole: { begun: true },
  part: { begun: true },
});

export const teachingOnPost = ratio({
  id: "F3.2",
  item: "F3",
  name: { "zh-CN": "支教在岗率", en: "Teachers on post" },
  caseUnit: { "zh-CN": "人", en: "people" },
  missing: { "zh-CN": "不在岗", en: "not on post" },
  definition: {
    "zh-CN":
      "期末（当期为今天）尚未结束的支教中，期内最近一次在岗核查（基准日）在岗的所占比例。期内没有核查过的不算在岗也不算不在岗，在“教育扶智”页列出。",
    en: "Of the secondments not ended on the period's last day (today in the running period), the share that was on post at the last check within the period. Whoever was not checked counts on neither side and is listed on the page of secondments.",
  },
  formula: { "zh-CN": "核查时在岗人数 ÷ 已核查的支教人数", en: "on post when checked ÷ checked" },
  source: { "zh-CN": "教育扶智选派登记、在岗核查", en: "Register of teaching secondments, checks" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "secondments",
  whole: { running: true, checked: true },
  part: { on_post: true },
});
