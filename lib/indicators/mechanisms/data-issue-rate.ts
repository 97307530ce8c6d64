/** M4.5 数据质量疑点率: doubts that are open, over the records that were looked over by rule (domain.md §2.11). */
import { sum } from "../indicator.ts";

export default sum({
  id: "M4.5",
  item: "M4",
  name: { "zh-CN": "数据质量疑点率", en: "Doubtful data" },
  caseUnit: { "zh-CN": "户", en: "households" },
  missing: { "zh-CN": "疑点", en: "doubts" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在册户（未脱贫、预脱贫、脱贫、返贫）数据核对中尚未处理的疑点（错误，以及没有核实说明的提示），除以核对过的记录数（每户一条，每名家庭成员一条）。已注明核实属实的不算疑点。开始核对以前的期间没有数。",
    en: "Doubts found by the data checks and still open on the period's last day (today in the running period): errors, and warnings that nobody confirmed, over the records looked over (one for each household on the register, one for each member). What was confirmed as true is no doubt. Periods before the checks began have no figure.",
  },
  formula: {
    "zh-CN": "未处理疑点数 ÷ 核对记录数 × 1000‰",
    en: "open doubts ÷ records looked over, per thousand",
  },
  source: { "zh-CN": "数据核对", en: "Data checks" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  adds: {
    column: "doubts",
    unit: { "zh-CN": "个疑点", en: "doubts" },
    over: {
      column: "records",
      name: { "zh-CN": "核对记录", en: "records" },
      unit: { "zh-CN": "条记录", en: "records" },
      per: 1000,
    },
  },
  of: "dataChecks",
  part: { doubts: 0 },
});
