/** F1.6 按期换届率: organizations whose election was held by the day on which their term ended (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F1.6",
  item: "F1",
  name: { "zh-CN": "按期换届率", en: "Elections on time" },
  caseUnit: { "zh-CN": "个", en: "organizations" },
  missing: { "zh-CN": "未按期", en: "not on time" },
  definition: {
    "zh-CN":
      "当年 1 月 1 日到期末（当期为今天）任期届满的党组织中，到届满日已经换届的所占比例。提前换届算按期；经批准延期的，按批准的日期算；届满前撤销的不计入。",
    en: "Of the Party organizations whose term ended between the first of January and the period's last day (today in the running period), the share that held their election by that day. Early ones are on time; what was postponed with approval is held against the approved day; organizations closed before do not count.",
  },
  formula: { "zh-CN": "按期换届数 ÷ 任期届满数", en: "elected on time ÷ terms that ended" },
  source: { "zh-CN": "党组织任期和换届登记", en: "Register of terms and elections" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "terms",
  part: { timely: true },
});
