/** F3.4 村干部培训覆盖率: of the cadres of villages, who was at a training this year, each once (强源头). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F3.4",
  item: "F3",
  name: { "zh-CN": "村干部培训覆盖率", en: "Village cadres trained" },
  caseUnit: { "zh-CN": "名村干部", en: "village cadres" },
  missing: { "zh-CN": "本年未参训", en: "not trained this year" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在岗的村干部中，本年1月1日以来至少参加过一次培训的人所占的比例。按人计，不按人次；参训姓名未核对的不计；月度、季度看的是本年累计。",
    en: "Of the village cadres in post on the period's last day (today in the running period), the share who were at a training at least once since the first of January. People count, not attendances; names that are not settled do not; months and quarters show the year so far.",
  },
  formula: {
    "zh-CN": "本年参训的村干部数 ÷ 在岗村干部数",
    en: "village cadres trained this year ÷ village cadres in post",
  },
  source: { "zh-CN": "培训登记、任职登记", en: "Trainings, tenures" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "year",
  of: "cadres",
  whole: { village: true },
  part: { trained: true },
});
