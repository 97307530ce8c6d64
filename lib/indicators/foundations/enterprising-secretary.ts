/** F2.5 致富能手型书记占比: secretaries whom an assessment calls 致富带头人 or 懂三农. Watched, never scored. */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F2.5",
  item: "F2",
  name: { "zh-CN": "致富能手型书记占比", en: "Secretaries who lead to prosperity" },
  caseUnit: { "zh-CN": "名书记", en: "secretaries" },
  missing: { "zh-CN": "未评定", en: "not assessed so" },
  definition: {
    "zh-CN":
      "期末（当期为今天）在岗的村党组织书记中，经评定为“致富带头人”或“懂三农”的所占比例。只认有评定年度的标签；只作监测，不设灯色。",
    en: "Of the village Party secretaries in post on the period's last day (today in the running period), the share assessed as leading to prosperity or knowing farming and the countryside. Only what an assessment of a year says counts; watched, without a light.",
  },
  formula: {
    "zh-CN": "评定为致富带头人或懂三农的书记数 ÷ 在岗书记数",
    en: "secretaries assessed so ÷ secretaries in post",
  },
  source: { "zh-CN": "任职登记、能力标签", en: "Tenures, ability tags" },
  scored: false,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "secretaries",
  whole: { held: true },
  part: { enterprising: true },
});
