/** R2.1 结对帮扶覆盖率: any person paired with the household counts, a Party-member link too (decisions 34). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R2.1",
  item: "R2",
  headline: true,
  name: { "zh-CN": "结对帮扶覆盖率", en: "Pairing coverage" },
  caseUnit: { "zh-CN": "户", en: "households" },
  missing: { "zh-CN": "未结对", en: "not paired" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在册的帮扶对象户中，当天至少有一名帮扶责任人或联户党员结对的户所占的比例。单位包村不算到户结对。",
    en: "Of the households on the register on the period's last day (today in the running period), the share with at least one helper or linked Party member that day. A unit paired with a village does not count.",
  },
  formula: { "zh-CN": "已结对户数 ÷ 帮扶对象户数", en: "paired households ÷ active households" },
  source: { "zh-CN": "户档案、结对帮扶登记", en: "Household registry, pairing register" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "households",
  part: { paired: true },
});
