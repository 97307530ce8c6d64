/** F1.4 “支部+”带动覆盖率: active households that an entity with a Party organization takes along (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F1.4",
  item: "F1",
  name: { "zh-CN": "“支部+”带动覆盖率", en: "Households taken along by branch-plus" },
  caseUnit: { "zh-CN": "户", en: "households" },
  missing: { "zh-CN": "未带动", en: "not taken along" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在册的帮扶对象户中，当天至少由一个党组织已覆盖（含联合组建、挂靠）、运营中的产业链组织带动的所占比例；社员、务工、入股、订单都算。",
    en: "Of the households on the register on the period's last day (today in the running period), the share that at least one operating entity covered by a Party organization (own, joint or attached) takes along that day, as member, worker, shareholder or by order.",
  },
  formula: { "zh-CN": "被带动的户数 ÷ 帮扶对象户数", en: "households taken along ÷ active households" },
  source: { "zh-CN": "户档案、产业链组织登记", en: "Household registry, register of the industry chain" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "ledHouseholds",
  part: { led: true },
});
