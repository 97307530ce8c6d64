/** R2.7 帮扶满意度: households of closed sample checks that are satisfied with the help (domain.md §1.2). */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "R2.7",
  item: "R2",
  name: { "zh-CN": "帮扶满意度", en: "Satisfaction with the help" },
  caseUnit: { "zh-CN": "户", en: "households" },
  missing: { "zh-CN": "不满意", en: "not satisfied" },
  definition: {
    "zh-CN":
      "本年1月1日以来、到期末（当期为今天）已办结的各类抽查中，回答了满意度的户里，满意和基本满意的所占比例。没有问到的不计；同一户在几次抽查里回答的，每次各计一次；还没有办结的抽查不计。",
    en: "Of the households that answered how satisfied they are, in checks of any kind closed since the first of January, the share that is satisfied or basically satisfied. Who answered in several checks counts in each. Who was not asked does not count, nor a check that is not closed.",
  },
  formula: { "zh-CN": "满意和基本满意户 ÷ 回答的户", en: "satisfied or basically satisfied ÷ answered" },
  source: { "zh-CN": "抽查", en: "Sample checks" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "sampleFindings",
  whole: { answered: true },
  part: { satisfied: true },
});
