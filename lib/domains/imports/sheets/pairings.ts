// Sheet 4, 结对帮扶一览表: who helps which household from when; one row may name a first and a second helper.
import {
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  POLITICAL_STATUSES,
  POVERTY_CAUSES,
  RANKS,
  SEXES,
} from "#lib/domains/households/codes.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { reference } from "./reference-column.ts";

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "county",
    label: { "zh-CN": "县", en: "County" },
    aliases: ["县（区）", "县区", "区县", "所在县"],
    kind: "division",
  },
  {
    key: "township",
    label: { "zh-CN": "乡镇", en: "Township" },
    aliases: ["乡（镇）", "乡", "镇", "所在乡镇"],
    kind: "division",
    sample: "吉塘镇",
  },
  {
    key: "village",
    label: { "zh-CN": "村", en: "Village" },
    aliases: ["行政村", "村（居）", "村居", "所在村", "村名"],
    kind: "division",
    sample: "吉塘村",
  },
  {
    key: "householdNo",
    label: { "zh-CN": "户编号", en: "Household number" },
    aliases: ["户号", "家庭编号"],
    kind: "number",
    sample: "540326001001",
  },
  {
    key: "headName",
    label: { "zh-CN": "户主", en: "Head of household" },
    aliases: ["户主姓名", "贫困户户主", "结对户主", "帮扶对象"],
    kind: "name",
    required: true,
    sample: "扎西",
  },
  reference("memberCount", "人口", "Members", "家庭人口", "人口数"),
  { ...reference("attribute", "属性", "Attribute", "贫困户属性"), list: HOUSEHOLD_ATTRIBUTES },
  { ...reference("mainCause", "致贫原因", "Cause", "主要致贫原因"), list: POVERTY_CAUSES },
  { ...reference("status", "脱贫状态", "Status", "脱贫属性", "脱贫标志"), list: HOUSEHOLD_STATUSES },
  {
    key: "helperUnit",
    label: { "zh-CN": "帮扶单位", en: "Helper's unit" },
    aliases: ["帮扶责任人单位", "单位", "工作单位", "帮扶人单位"],
    kind: "text",
    most: 100,
    sample: "察雅县农牧局",
  },
  {
    key: "helperName",
    label: { "zh-CN": "帮扶责任人", en: "Helper" },
    aliases: [
      "帮扶责任人姓名",
      "帮扶人",
      "帮扶人姓名",
      "第一责任人",
      "第一帮扶责任人",
      "帮扶干部",
      "结对干部",
    ],
    kind: "name",
    required: true,
    sample: "白玛",
  },
  {
    key: "helperSex",
    label: { "zh-CN": "性别", en: "Sex" },
    aliases: ["帮扶责任人性别", "帮扶人性别"],
    kind: "choice",
    list: SEXES,
  },
  {
    key: "helperPoliticalStatus",
    label: { "zh-CN": "政治面貌", en: "Political status" },
    aliases: ["帮扶责任人政治面貌"],
    kind: "choice",
    list: POLITICAL_STATUSES,
  },
  {
    key: "helperPost",
    label: { "zh-CN": "职务", en: "Post" },
    aliases: ["帮扶责任人职务", "职务职级"],
    kind: "text",
    most: 60,
  },
  {
    key: "helperRank",
    label: { "zh-CN": "职级", en: "Rank" },
    aliases: ["帮扶责任人职级", "职级层次"],
    kind: "choice",
    list: RANKS,
  },
  {
    key: "helperPhone",
    label: { "zh-CN": "联系电话", en: "Helper's phone" },
    aliases: ["帮扶责任人联系电话", "帮扶责任人电话", "帮扶人电话", "手机号"],
    kind: "phone",
    sample: "13800000001",
  },
  {
    key: "helperIdNo",
    label: { "zh-CN": "责任人身份证号", en: "Helper's ID number (optional)" },
    aliases: ["帮扶责任人身份证号", "责任人身份证号码", "帮扶人身份证号"],
    kind: "idNo",
  },
  {
    key: "fromOn",
    label: { "zh-CN": "结对时间", en: "Paired from" },
    aliases: ["结对日期", "开始时间", "结对开始时间", "帮扶开始时间"],
    kind: "date",
    required: true,
    sample: "2026-03-18",
  },
  {
    key: "toOn",
    label: { "zh-CN": "结束时间", en: "Paired until" },
    aliases: ["结对结束时间", "帮扶结束时间", "结束日期"],
    kind: "date",
  },
  {
    key: "secondName",
    label: { "zh-CN": "第二责任人", en: "Second helper" },
    aliases: ["第二帮扶责任人", "第二责任人姓名"],
    kind: "name",
  },
  {
    key: "secondPhone",
    label: { "zh-CN": "电话", en: "Second helper's phone" },
    aliases: ["第二责任人电话", "第二责任人联系电话"],
    kind: "phone",
  },
  reference("signature", "户主签字", "Signature of head", "签字"),
  { ...reference("remark", "备注", "Remark"), most: 500 },
];

function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  if (typeof values.fromOn === "string" && values.fromOn > context.today) {
    problems.push({ column: "fromOn", key: "startsAhead", level: "warn" });
  }
  if (values.toOn && values.fromOn && values.toOn <= values.fromOn) {
    problems.push({ column: "toOn", key: "endsBeforeStart", level: "error" });
  }
  if (
    values.secondName &&
    values.secondName === values.helperName &&
    values.secondPhone === values.helperPhone
  ) {
    problems.push({ column: "secondName", key: "sameHelperTwice", level: "error" });
  }
  if (!values.helperUnit && !values.helperPhone) {
    problems.push({ column: "helperUnit", key: "helperHardToTell", level: "warn" });
  }
  return problems;
}

export const pairings: Sheet = {
  id: "pairings",
  title: { "zh-CN": "结对帮扶一览表", en: "List of pairings" },
  columns,
  right: "pairing.edit",
  unique: [["householdNo", "helperName", "helperPhone", "fromOn"]],
  check,
};
