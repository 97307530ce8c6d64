/** F2.3 专项培训覆盖率: cadres of the roster who were at a training this year, each once, and by which of the three modes. */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F2.3",
  item: "F2",
  name: { "zh-CN": "专项培训覆盖率", en: "Cadres trained" },
  caseUnit: { "zh-CN": "名干部", en: "cadres" },
  missing: { "zh-CN": "本年未参训", en: "not trained this year" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在岗的班子干部中，本年1月1日以来至少参加过一次培训的人所占的比例。按人计，不按人次；兼任几个岗位的只计一次，计在主要岗位所在地。凡登记的培训都计入，参训姓名未核对的不计；月度、季度看的是本年累计。",
    en: "Of the cadres in post on the period's last day (today in the running period), the share who were at a training at least once since the first of January. People count, not attendances; whoever holds several posts counts once, where the main one is. Every recorded training counts, names that are not settled do not; months and quarters show the year so far.",
  },
  formula: { "zh-CN": "本年参训的干部数 ÷ 在岗干部数", en: "cadres trained this year ÷ cadres in post" },
  source: { "zh-CN": "培训登记、任职登记", en: "Trainings, tenures" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "year",
  of: "cadres",
  part: { trained: true },
  slices: [
    { key: "course", name: { "zh-CN": "专题培训", en: "Courses" }, part: { course: true } },
    { key: "studyTour", name: { "zh-CN": "外出考察", en: "Study tours" }, part: { study_tour: true } },
    { key: "onSite", name: { "zh-CN": "现场培训", en: "On site" }, part: { on_site: true } },
  ],
});
