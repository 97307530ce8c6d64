/** R3.4 一次办结率, R3.5 限时办结率 and R3.6 一站式窗口覆盖率: what came of “一个窗口、一处审批、一站式服务、一次性办结” (domain.md §1.2). */
import { ratio } from "../indicator.ts";

const cases = {
  item: "R3",
  caseUnit: { "zh-CN": "件", en: "cases" },
  source: { "zh-CN": "服务台办件", en: "Cases of the service desk" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
} as const;

export const oneVisitCloseRate = ratio({
  ...cases,
  id: "R3.4",
  headline: true,
  name: { "zh-CN": "一次办结率", en: "Closed with one visit" },
  missing: { "zh-CN": "跑了多次", en: "several visits" },
  definition: {
    "zh-CN":
      "期内办结的件中，群众从受理到拿到结果最多跑一次的所占比例。上门受理、代办、电话和送到家不算跑；不予办理也算办结；撤回的件不计。",
    en: "Of the cases closed in the period, the share for which the citizen came once at most, from handing in to the result. What is taken in at home, done on behalf, told by telephone or brought home is no visit; a refusal is a closing; withdrawn cases do not count.",
  },
  formula: { "zh-CN": "最多跑一次的办结件 ÷ 办结件", en: "closed with one visit ÷ closed" },
  of: "serviceClosed",
  part: { once: true },
});

export const caseOnTimeRate = ratio({
  ...cases,
  id: "R3.5",
  name: { "zh-CN": "限时办结率", en: "Closed in time" },
  missing: { "zh-CN": "超期", en: "late" },
  definition: {
    "zh-CN":
      "时限在期内届满的件中，在时限内办结的所占比例。时限按工作日算，等群众补材料的日子不计；到期日当天办结算按时。按时办结的算在到期日，没按时的算在到期次日，每件只算一次；到期前撤回的不计。",
    en: "Of the cases whose limit came to its end in the period, the share closed within it. Limits are working days; days on which papers are missing do not count; the due day itself is in time. What is in time counts on its due day, what is late on the day after, each once; what was withdrawn before does not count.",
  },
  formula: { "zh-CN": "时限内办结件 ÷ 时限届满件", en: "closed in time ÷ due" },
  of: "serviceDue",
  part: { in_time: true },
});

export const windowCoverageRate = ratio({
  id: "R3.6",
  item: "R3",
  name: { "zh-CN": "一站式窗口覆盖率", en: "Places with a window" },
  caseUnit: { "zh-CN": "个", en: "places" },
  missing: { "zh-CN": "没有窗口", en: "without a window" },
  definition: {
    "zh-CN":
      "期末（当期为今天）的乡镇和村（居）中，当天有自己的窗口在开的所占比例。乡镇和村各计一个；乡镇的窗口不算到村。",
    en: "Of the townships and villages of the period's last day (today in the running period), the share with a window of their own that works that day. Each township and each village is one; a township's window does not count for its villages.",
  },
  formula: {
    "zh-CN": "有窗口的乡镇和村 ÷ 全部乡镇和村",
    en: "townships and villages with a window ÷ all of them",
  },
  source: { "zh-CN": "服务台窗口、行政区划", en: "Windows of the service desk, divisions" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "serviceWindows",
  part: { working: true },
});
