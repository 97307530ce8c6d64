/** F1.3 隶属关系明确率: Party organizations on the industry chain that are led as the rule of affiliation demands (domain.md §1.1 row 3). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F1.3",
  item: "F1",
  name: { "zh-CN": "隶属关系明确率", en: "Affiliation by the rule" },
  caseUnit: { "zh-CN": "个", en: "organizations" },
  missing: { "zh-CN": "隶属不合规则", en: "not led by the rule" },
  definition: {
    "zh-CN":
      "期末（当期为今天）产业链上的党组织中，隶属关系合规则的所占比例：只覆盖一个村的由该村党组织领导；跨村、跨乡镇的由批准设立的乡镇以上党组织领导，或由县委组织部发文指定主管部门。覆盖哪些村，看它所在的产业链组织；没有登记的，看成立时填的范围。",
    en: "Of the Party organizations on the industry chain on the period's last day (today in the running period), the share that is led by the rule: in one village by that village's organization; across villages or townships by the organization of a township or above that approved its founding, or by the department that the county named in a document. The villages are those of the entities that it serves; where none is registered, what was said at its founding.",
  },
  formula: {
    "zh-CN": "隶属合规则的党组织数 ÷ 产业链上的党组织数",
    en: "led by the rule ÷ Party organizations on the industry chain",
  },
  source: {
    "zh-CN": "党组织隶属关系、产业链组织登记",
    en: "Affiliations of Party organizations, register of the industry chain",
  },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "entityOrgs",
  part: { resolved: true },
});
