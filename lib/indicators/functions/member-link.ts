/** R2.2 党员联户率: Party members who are able to, and have a household linked to them (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R2.2",
  item: "R2",
  name: { "zh-CN": "党员联户率", en: "Members with a linked household" },
  caseUnit: { "zh-CN": "名党员", en: "members" },
  missing: { "zh-CN": "未联户", en: "without a link" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在册的有能力党员中，当天至少联系一户（结对关系为“党员联户”）的人所占的比例。标为失能、流动的党员不计；预备党员是否计入由市级设定，未设定时不计；第一帮扶责任人等其他结对关系不算联户。",
    en: "Of the able Party members on the rosters on the period's last day (today in the running period), the share with at least one household linked to them that day (a pairing of the kind Party-member link). Members marked as incapable or away do not count; whether probationary ones do is a setting of the prefecture, and without it they do not; other kinds of pairing are no link.",
  },
  formula: { "zh-CN": "有联户的党员数 ÷ 有能力党员数", en: "able members with a link ÷ able members" },
  source: { "zh-CN": "党员名册、结对帮扶登记", en: "Rosters of members, pairing register" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "memberLinks",
  part: { linked: true },
});
