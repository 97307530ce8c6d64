/** F1.1 产业链党组织覆盖率: entities that operate with Party members organized in them, jointly or attached (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F1.1",
  item: "F1",
  headline: true,
  name: { "zh-CN": "产业链党组织覆盖率", en: "Party coverage of the industry chain" },
  caseUnit: { "zh-CN": "个", en: "entities" },
  missing: { "zh-CN": "未覆盖", en: "not covered" },
  definition: {
    "zh-CN":
      "期末（当期为今天）运营中的合作社、协会、基地、市场等，当天有单独组建、联合组建的党组织或党员挂靠的所占比例。算在所在地；党组织已撤销的不算覆盖。",
    en: "Of the cooperatives, associations, bases, markets and others that operate on the period's last day (today in the running period), the share with an own or joint Party organization or attached members that day. Counted at the seat; a closed Party organization covers nothing.",
  },
  formula: {
    "zh-CN": "党组织已覆盖的产业链组织数 ÷ 运营中的产业链组织数",
    en: "covered entities ÷ operating entities",
  },
  source: { "zh-CN": "产业链组织登记", en: "Register of the industry chain" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "entities",
  part: { covered: true },
});
