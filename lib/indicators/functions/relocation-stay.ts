/** R1.6 搬迁稳定入住率: families that moved and were found living there at the last check (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R1.6",
  item: "R1",
  headline: true,
  name: { "zh-CN": "搬迁稳定入住率", en: "Relocated families living there" },
  caseUnit: { "zh-CN": "户", en: "households" },
  missing: { "zh-CN": "未稳定入住", en: "not living there" },
  definition: {
    "zh-CN":
      "期末（当期为今天）已搬迁入住的在册户中，最近一次核查时住在搬迁住房的所占比例。入住后从未核查的不算住也不算没住。核查作废的不计。",
    en: "Of the households on the register that had moved by the period's last day (today in the running period), the share found living there at the last check. A family never checked counts on neither side; a check taken back does not count.",
  },
  formula: {
    "zh-CN": "核查时住在搬迁住房的户数 ÷ 已核查的搬迁入住户数",
    en: "found living there ÷ moved and checked",
  },
  source: { "zh-CN": "易地搬迁登记、入住核查", en: "Register of relocations, checks" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "relocations",
  whole: { checked: true },
  part: { living: true },
});
