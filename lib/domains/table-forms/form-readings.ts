/** How forms of offices are read: what a title speaks of, which headings are left for a pen, and where room is left for an answer. */
import type { Column } from "#lib/domains/imports/sheet.ts";
import type { SubjectId } from "./table-form.ts";

/** Words in a title that speak for what a row tells of. */
export const HINTS: Record<SubjectId, RegExp> = {
  household: /户(?!籍)/,
  person: /人口|人员|成员|劳动力|学生/,
  pairing: /结对|帮扶(?!措施|项目)|联系户/,
  team: /驻村|第一书记|工作队/,
  partyOrg: /党组织|支部|党委/,
  member: /党员/,
  industry: /合作社|协会|基地|企业|产业/,
  visit: /走访|入户/,
  need: /诉求|问题|困难/,
  measure: /措施|项目|到户/,
  training: /培训|班次/,
  duty: /设岗|定责|认岗|岗位/,
};

export const SERIAL_COLUMN: Column = {
  ...{ key: "seq", kind: "integer" },
  label: { "zh-CN": "序号", en: "No." },
  aliases: ["编号", "号", "NO"],
};

/** Left for a pen or a stamp. */
export const isForPen = (label: string) => PEN.test(label) || REMARK.test(label);
const PEN = /签字|签名|签领|签收|盖章|公章|手印|照片/;
const REMARK = /^(备注|说明|其他说明)$/;

export const inTenThousands = (label: string) => /万元/.test(label);

type Said = { unit: string; today: string; name: string };
const ANSWERS: readonly [RegExp, (said: Said) => string][] = [
  [/^(填报单位|填表单位|上报单位|单位名称|单位)(（盖章）|\(盖章\))?[:：]\s*_*\s*$/, ({ unit }) => unit],
  [
    /^(填报日期|填表日期|填报时间|填表时间|上报日期|日期)[:：]\s*_*(\s*年\s*月\s*日)?\s*$/,
    ({ today }) => today,
  ],
  [/^(填报人|填表人|制表人|制表)[:：]\s*_*\s*$/, ({ name }) => name],
];

/** 填报单位： and its like are answered where the form leaves room behind them. */
export function answered(text: string, said: Said): string {
  const bare = text.trim();
  const answer = ANSWERS.find(([asked]) => asked.test(bare));
  if (!answer) return text;
  const room = bare.replace(/\s*年\s*月\s*日\s*$/, "").replace(/_+\s*$/, "");
  return `${room}${answer[1](said)}`;
}

/** The row that asks for sums. */
export const asksForSums = (text: string) => /^(合\s*计|总\s*计|共\s*计)$/.test(text.trim());
