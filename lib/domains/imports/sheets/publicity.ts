// Sheet 19, 公示表. What hangs goes out as the public may see it; what comes in are the households for whom a list is asked for: each opens
// a case at its application and nothing else, for a state moves only by its steps, and a masked name says of nobody who is meant.

import { type CodeList, word } from "#lib/domains/households/code-word.ts";
import {
  HOUSEHOLD_ATTRIBUTES,
  IDENTIFICATION_STANDARDS,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { reference } from "./reference-column.ts";

const ITEMS: CodeList = [
  word("IDENTIFICATION", "识别纳入", "Identification", "识别", "纳入", "新识别", "拟识别", "拟纳入"),
  word("EXIT", "脱贫退出", "Exit", "脱贫", "退出", "拟脱贫", "拟退出", "预脱贫"),
  word("RETURN", "返贫认定", "Return to poverty", "返贫", "拟返贫"),
  word("REMOVAL", "清退", "Removal", "拟清退", "错评清退"),
  word("MONITORING", "纳入监测", "Monitoring", "监测", "监测对象"),
  word("RISK_ELIMINATION", "风险消除", "End of monitoring", "消除风险"),
  word("VILLAGE_EXIT", "贫困村退出", "Exit of a village"),
  word("COUNTY_EXIT", "贫困县退出", "Exit of a county"),
  word("MONITORING_UNSTABLE", "脱贫不稳定户", "Unstable after exit"),
  word("MONITORING_MARGINAL", "边缘易致贫户", "Marginal"),
  word("MONITORING_SUDDEN", "突发严重困难户", "Sudden hardship"),
];
/** What a row can ask for by itself; monitoring wants an authorization by the head, and a unit has a form of its own. */
const BY_SHEET = ["IDENTIFICATION", "EXIT", "RETURN", "REMOVAL"];

/** Never on the list that hangs: it shows what domain.md §10 allows, and nothing else. */
const asked = { leaves: false } as const;
const columns: Column[] = [
  { ...reference("seq", "序号", "No."), sample: "示例" },
  {
    ...asked,
    key: "householdNo",
    label: { "zh-CN": "户编号", en: "Household number" },
    aliases: ["户号", "家庭编号"],
    kind: "number",
    required: true,
    sample: "540326001001",
    note: {
      "zh-CN": "公示表上的姓名是遮盖的，要靠户编号认户",
      en: "The list masks names; the number says who is meant",
    },
  },
  {
    key: "headName",
    label: { "zh-CN": "户主", en: "Head" },
    aliases: ["户主姓名", "姓名", "户主（脱敏）"],
    kind: "text",
    most: 30,
    sample: "扎西",
  },
  reference("place", "村组", "Village and group", "村", "所在村组", "地址"),
  reference("persons", "人口", "Members", "家庭人口", "人口数"),
  {
    key: "item",
    label: { "zh-CN": "属性/事项", en: "Item" },
    aliases: ["事项", "公示事项", "属性", "公示内容", "程序"],
    kind: "choice",
    list: ITEMS,
    required: true,
    sample: "脱贫退出",
  },
  { ...reference("amountFen", "金额（如有）", "Amount, if any", "金额"), kind: "money" },
  reference("hangs", "公示期", "Hangs", "公示时间", "公示期限"),
  reference("office", "监督电话", "Telephone of supervision", "举报电话", "联系电话"),
  {
    ...asked,
    key: "appliedOn",
    label: { "zh-CN": "申请日期", en: "Applied on" },
    aliases: ["申请时间", "提出日期"],
    kind: "date",
    sample: "2026-03-10",
    note: { "zh-CN": "不填就是导入当天", en: "Left blank, the day of the import" },
  },
  {
    ...asked,
    key: "reason",
    label: { "zh-CN": "申请理由", en: "Reason" },
    aliases: ["事由", "理由", "申请事由", "情况说明"],
    kind: "text",
    most: 500,
    required: true,
    sample: "人均纯收入超过标准，两不愁三保障已实现",
  },
  {
    ...asked,
    key: "attribute",
    label: { "zh-CN": "贫困户属性", en: "Attribute" },
    aliases: ["户属性"],
    kind: "choice",
    list: HOUSEHOLD_ATTRIBUTES,
    note: { "zh-CN": "识别纳入时必填", en: "Needed for identification" },
  },
  {
    ...asked,
    key: "mainCause",
    label: { "zh-CN": "主要致贫原因", en: "Main cause" },
    aliases: ["致贫原因"],
    kind: "choice",
    list: POVERTY_CAUSES,
    note: { "zh-CN": "识别纳入时必填", en: "Needed for identification" },
  },
  {
    ...asked,
    key: "standard",
    label: { "zh-CN": "识别标准", en: "Identification standard" },
    kind: "choice",
    list: IDENTIFICATION_STANDARDS,
    note: { "zh-CN": "识别纳入时必填", en: "Needed for identification" },
  },
];

/** As a list that hung somewhere writes it: 扎*, 扎某. */
export const isMasked = (values: Values) => /[*＊×○某]/.test(String(values.headName ?? ""));

function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const bad = (column: string, key: string): unknown => problems.push({ column, key, level: "error" });
  const item = typeof values.item === "string" ? values.item : null;
  if (item !== null && !BY_SHEET.includes(item)) bad("item", "itemByForm");
  if (typeof values.appliedOn === "string" && values.appliedOn > context.today) bad("appliedOn", "dayAhead");
  if (item === "IDENTIFICATION")
    for (const column of ["attribute", "mainCause", "standard"])
      if (values[column] == null) bad(column, "neededToIdentify");
  return problems;
}

export const publicity: Sheet = {
  id: "publicity",
  title: { "zh-CN": "公示名单", en: "List for publicity" },
  columns,
  unique: [["householdNo"]],
  right: "procedure.draft",
  check,
};
