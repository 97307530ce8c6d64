/** R2.4 诉求按期办结率: needs done within their limit and confirmed by the household, of those that were due (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R2.4",
  item: "R2",
  name: { "zh-CN": "诉求按期办结率", en: "Needs resolved in time" },
  caseUnit: { "zh-CN": "件", en: "needs" },
  missing: { "zh-CN": "未按期办结", en: "not resolved in time" },
  definition: {
    "zh-CN":
      "办理时限在本期内到期（当期为到今天）的需求中，在时限内办好、并由群众确认（满意或基本满意）的所占比例。时限按工作日算，暂停的日子不算；不满意重办的仍按最初的时限；办好了还没有回访的，等群众确认后才算；撤销的不计。",
    en: "Of the needs whose limit ended in the period (until today in the running one), the share done within it and confirmed by the household (satisfied or basically satisfied). Limits count working days without those on which the clock stood; a need that was opened again keeps its first limit; what nobody asked the household about yet counts once it is confirmed; withdrawn needs do not count.",
  },
  formula: { "zh-CN": "按期办结并确认的件数 ÷ 到期件数", en: "done in time and confirmed ÷ due" },
  source: { "zh-CN": "需求台账", en: "Register of needs" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "needs",
  part: { resolved: true },
});
