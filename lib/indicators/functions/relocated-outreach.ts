/** R1.5 搬迁户宣教覆盖率: families that moved and to whom somebody came within the period (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R1.5",
  item: "R1",
  name: { "zh-CN": "搬迁户宣教覆盖率", en: "Relocated families that were reached" },
  caseUnit: { "zh-CN": "户", en: "households" },
  missing: { "zh-CN": "没有上门", en: "not reached" },
  definition: {
    "zh-CN":
      "期末（当期为今天）已搬迁入住的在册户中，期内至少有一次上门走访宣教的所占比例。电话走访、退回和撤回的走访不算；谁上门都算。",
    en: "Of the households on the register that had moved by the period's last day (today in the running period), the share to whom somebody came at least once within the period. Calls by telephone and visits returned or taken back do not count; whoever came counts.",
  },
  formula: { "zh-CN": "期内上门的搬迁户 ÷ 搬迁入住户", en: "reached in the period ÷ moved" },
  source: { "zh-CN": "易地搬迁登记、走访记录", en: "Register of relocations, visits" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "outreach",
  part: { reached: true },
});
