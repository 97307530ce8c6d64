/** M4.2 贫困发生率: members of poor households over the registered rural population, by the registers of villages. */
import { sum } from "../indicator.ts";

export default sum({
  id: "M4.2",
  item: "M4",
  headline: true,
  name: { "zh-CN": "贫困发生率", en: "Poverty incidence" },
  caseUnit: { "zh-CN": "个村", en: "villages" },
  missing: { "zh-CN": "贫困人口", en: "poor people" },
  definition: {
    "zh-CN":
      "期末（当期为今天）未脱贫、预脱贫、返贫户的人口，除以村登记表所载总人口。以哪一年的人口为基数由“设置”规定，请按本市文件核定；没有规定时，各村用不晚于本年的最近一年。没有登记人口的村，贫困人口和总人口都不计入。人口按户当年的家庭人数，月度、季度看的是当时状态。",
    en: "Members of households that are poor, about to exit or returned on the period's last day (today in the running period), over the population told in the registers of villages. Which year's population is the base is a setting, to be settled by the office; without one, each village's latest register not after the year. A village whose population nobody told is left out on both sides. Members are those of the household's year.",
  },
  formula: { "zh-CN": "贫困人口 ÷ 农村户籍人口", en: "poor people ÷ rural population" },
  source: { "zh-CN": "户档案、村登记表", en: "Household registry, registers of villages" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  adds: {
    column: "poor",
    unit: { "zh-CN": "人", en: "people" },
    over: {
      column: "population",
      name: { "zh-CN": "总人口", en: "population" },
      unit: { "zh-CN": "人", en: "people" },
      per: 100,
    },
  },
  of: "populations",
  part: { poor: 0 },
});
