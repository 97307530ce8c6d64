/** M4.3 识别准确率 and M4.4 退出准确率: what closed sample checks found right (domain.md §1.2). */
import { ratio } from "../indicator.ts";

const shared = {
  item: "M4",
  caseUnit: { "zh-CN": "户", en: "households" },
  source: { "zh-CN": "抽查", en: "Sample checks" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "sampleFindings",
  part: { sound: true },
} as const;

export const identificationAccuracy = ratio({
  ...shared,
  id: "M4.3",
  name: { "zh-CN": "识别准确率", en: "Accuracy of identification" },
  missing: { "zh-CN": "错评漏评", en: "wrongly or not identified" },
  definition: {
    "zh-CN":
      "本年1月1日以来、到期末（当期为今天）已办结的识别抽查中，走访到的抽中户和发现的漏评户里，没有错评、漏评的所占比例。不在家的不算走访到；还没有办结的抽查不计。",
    en: "Of the households visited in closed checks of identification since the first of January, and of families found that the registry missed, the share that is neither wrongly registered nor missed. Nobody at home is no visit; a check that is not closed does not count.",
  },
  formula: {
    "zh-CN": "1 −（漏评 + 错评）÷（走访户 + 漏评户）",
    en: "1 − (missed + wrong) ÷ (visited + missed)",
  },
  whole: { kind: "IDENTIFICATION" },
});

export const exitAccuracy = ratio({
  ...shared,
  id: "M4.4",
  name: { "zh-CN": "退出准确率", en: "Accuracy of exit" },
  missing: { "zh-CN": "错退", en: "wrongly exited" },
  definition: {
    "zh-CN":
      "本年1月1日以来、到期末（当期为今天）已办结的退出抽查中，走访到的脱贫户里没有错退的所占比例。不在家的不算走访到；还没有办结的抽查不计。",
    en: "Of the exited households visited in closed checks of exit since the first of January, the share that had rightly exited. Nobody at home is no visit; a check that is not closed does not count.",
  },
  formula: { "zh-CN": "1 − 错退 ÷ 走访的脱贫户", en: "1 − wrongly exited ÷ exited households visited" },
  whole: { kind: "EXIT" },
});
