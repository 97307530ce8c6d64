// What the offices of the demo wrote into their reports.
import type { Texts } from "#lib/domains/reports/report.ts";

export const REPORT_TEXTS = {
  PREFECTURE: {
    overall: "全市以“三三四”为抓手，把党建工作融入脱贫攻坚各环节，县区之间差距逐步缩小。",
    functions: "各县区对未走访户逐户列单，由结对单位党组织牵头补走访。",
    problems: "个别县区走访记录不够具体，需求办理时限把握不严。\n部分产业党组织作用发挥不明显。",
    plans: "对滞后县区逐一约谈，限期补上。\n加强村党组织书记和产业带头人培训。",
  },
  COUNTY: {
    overall: "县委每月专题调度一次，乡镇党委书记逐项说明。",
    problems: "少数乡镇走访不够及时，村班子后备人才不足。",
    plans: "抓好结对帮扶责任人的走访和需求办理。\n下月继续按“三三四”清单调度，逐项销号。",
  },
  TOWNSHIP: {
    problems: "牧忙时节部分户不在家，走访要改约时间。",
    plans: "驻村工作队和村“两委”分片包户，月底前补齐走访。",
  },
} as const satisfies Record<string, Texts>;
