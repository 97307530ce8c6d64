/** F2.4 人均培训学时: hours of teaching since the year began, over the cadres of the roster. Watched: nobody has named the cap that it asks for. */
import { sum } from "../indicator.ts";

export default sum({
  id: "F2.4",
  item: "F2",
  name: { "zh-CN": "人均培训学时", en: "Hours of training per cadre" },
  caseUnit: { "zh-CN": "名干部", en: "cadres" },
  missing: { "zh-CN": "已有学时", en: "with hours" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在岗的班子干部，本年1月1日以来参加培训的学时合计，除以在岗干部数；没有参训的按0学时计入分母。同一人多次参训的学时累加。多少学时封顶没有文件规定，所以只作监测；月度、季度看的是本年累计。",
    en: "Hours of teaching that the cadres in post on the period's last day (today in the running period) were at since the first of January, over their number; whoever was at none counts with none. Several trainings of one person add up. No paper says at how many hours it is capped, so it is watched alone; months and quarters show the year so far.",
  },
  formula: { "zh-CN": "Σ 参训学时 ÷ 在岗干部数", en: "Σ hours ÷ cadres in post" },
  source: { "zh-CN": "培训登记、任职登记", en: "Trainings, tenures" },
  scored: false,
  periods: ["month", "quarter", "year"],
  due: "year",
  adds: { column: "tenths", unit: { "zh-CN": "学时", en: "hours" }, mean: 10 },
  of: "cadres",
  part: { tenths: 0 },
});
