/** R2.5 无职党员上岗率 and R2.6 承诺兑现率: able members without a post who have a duty of their branch, and pledges that were kept (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export const nonPostMemberAssigned = ratio({
  id: "R2.5",
  item: "R2",
  name: { "zh-CN": "无职党员上岗率", en: "Members without a post who have a duty" },
  caseUnit: { "zh-CN": "人", en: "members" },
  missing: { "zh-CN": "没有岗位", en: "without a duty" },
  definition: {
    "zh-CN":
      "期末（当期为今天）名册里的农牧民正式党员中，没有担任任何班子职务、也没有标记流动、失能、年老体弱的，已签订责任书上岗的所占比例。预备党员不计；一人多岗计一次。",
    en: "Of the full members of the farmers' and herders' group in the rosters on the period's last day (today in the running period) who hold no post of any team and are not marked as away, disabled or frail, the share that has signed for a duty. Members on probation do not count; several duties count once.",
  },
  formula: { "zh-CN": "在岗无职党员 ÷ 能上岗的无职党员", en: "on duty ÷ able members without a post" },
  source: { "zh-CN": "党员名册、班子任职、设岗定责", en: "Rosters, posts, duties" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "memberDuties",
  part: { assigned: true },
});

export const pledgeFulfilled = ratio({
  id: "R2.6",
  item: "R2",
  name: { "zh-CN": "承诺兑现率", en: "Pledges kept" },
  caseUnit: { "zh-CN": "项", en: "pledges" },
  missing: { "zh-CN": "未兑现", en: "not kept" },
  definition: {
    "zh-CN":
      "期内到期（当期到今天为止）的党员承诺中，期末前评定为兑现的所占比例。到期后没有评定的算未兑现；撤回的不计。评定由登记完成情况以外的人作出。",
    en: "Of the pledges that fell due within the period (up to today in the running one), the share judged as kept by its end. A pledge that is due and not judged is not kept; one taken back does not count. Another than who reported it done judges it.",
  },
  formula: { "zh-CN": "评定兑现的承诺 ÷ 到期的承诺", en: "judged as kept ÷ due" },
  source: { "zh-CN": "服务承诺", en: "Pledges" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "pledges",
  part: { kept: true },
});
