/** F1.2 应建已建率: entities with three full members or more that have a branch of their own (three is the least by Party regulation). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F1.2",
  item: "F1",
  name: { "zh-CN": "应建已建率", en: "Branches where they are due" },
  caseUnit: { "zh-CN": "个", en: "entities" },
  missing: { "zh-CN": "应建未建", en: "without an own branch" },
  definition: {
    "zh-CN":
      "期末（当期为今天）运营中、有 3 名以上正式党员的产业链组织中，单独建立了党组织的所占比例。没有填正式党员数的不计入。",
    en: "Of the entities that operate on the period's last day (today in the running period) with three full Party members or more, the share with a Party organization of their own. An entity whose full members nobody told does not count.",
  },
  formula: {
    "zh-CN": "单独建立党组织的 ÷ 有 3 名以上正式党员的",
    en: "with an own organization ÷ with three full members or more",
  },
  source: { "zh-CN": "产业链组织登记", en: "Register of the industry chain" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "entities",
  whole: { full_members: { atLeast: 3 } },
  part: { own: true },
});
