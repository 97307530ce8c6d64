/** F3.5 农牧民党员培训覆盖率: of the farmer-herder Party members, who was at a training this year, each once (强源头). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F3.5",
  item: "F3",
  name: { "zh-CN": "农牧民党员培训覆盖率", en: "Herder members trained" },
  caseUnit: { "zh-CN": "名党员", en: "members" },
  missing: { "zh-CN": "本年未参训", en: "not trained this year" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在册的农牧民党员中，本年1月1日以来至少参加过一次培训的人所占的比例。按人计，不按人次；参训姓名未核对的不计；月度、季度看的是本年累计。",
    en: "Of the farmer-herder Party members on the roster on the period's last day (today in the running period), the share who were at a training at least once since the first of January. People count, not attendances; names that are not settled do not; months and quarters show the year so far.",
  },
  formula: {
    "zh-CN": "本年参训的农牧民党员数 ÷ 农牧民党员数",
    en: "herder members trained this year ÷ herder members",
  },
  source: { "zh-CN": "培训登记、党员名册", en: "Trainings, roster of members" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "year",
  of: "herderMembers",
  part: { trained: true },
});
