/** F1.5 软弱涣散党组织整顿销号率: organizations on the year's list that a level above accepted as put right (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F1.5",
  item: "F1",
  name: { "zh-CN": "软弱涣散党组织整顿销号率", en: "Weak organizations put right" },
  caseUnit: { "zh-CN": "个", en: "organizations" },
  missing: { "zh-CN": "未销号", en: "not put right" },
  definition: {
    "zh-CN":
      "当年列入软弱涣散名单的党组织中，到期末（当期为今天）经上级验收销号的所占比例。上年转入的算在当年名单里；只报告、未验收的不算销号。",
    en: "Of the Party organizations on the year's list of weak and lax ones, the share that a level above accepted as put right by the period's last day (today in the running period). Those carried over from last year are on this year's list; what is only reported does not count.",
  },
  formula: { "zh-CN": "验收销号数 ÷ 当年列入数", en: "accepted ÷ listed this year" },
  source: { "zh-CN": "软弱涣散党组织台账", en: "List of weak Party organizations" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "weakOrgs",
  part: { rectified: true },
});
