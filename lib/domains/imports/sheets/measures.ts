// Sheet 6, 帮扶措施台账: one row per measure for a household, with its money, its days, and what came of it.
import { type CodeList, word } from "#lib/domains/households/code-word.ts";
import { FIRST_YEAR } from "#lib/domains/measures/measure.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { liveList } from "./live-list.ts";
import { reference } from "./reference-column.ts";

const categories = liveList("MEASURE_CATEGORIES", [
  word(
    "GROW_PRODUCTION",
    "发展生产",
    "Growing production",
    "产业发展",
    "产业扶贫",
    "发展生产脱贫一批",
    "产业",
  ),
  word("MOVE_HOUSES", "易地搬迁", "Relocation", "易地扶贫搬迁", "易地搬迁脱贫一批", "搬迁"),
  word("ECOLOGY", "生态补偿", "Ecological compensation", "生态补偿脱贫一批", "生态扶贫", "生态岗位"),
  word("SCHOOLING_BATCH", "发展教育", "Education", "教育扶贫", "发展教育脱贫一批", "雨露计划", "教育"),
  word(
    "SOCIAL_SECURITY",
    "社会保障兜底",
    "Social security",
    "社会保障兜底一批",
    "兜底保障",
    "社保兜底",
    "低保兜底",
  ),
  word("HEALTH_AID", "健康扶贫", "Health", "医疗救助", "健康帮扶"),
  word("EMPLOYMENT_AID", "就业扶贫", "Employment", "转移就业", "就业帮扶", "公益岗"),
  word("HOUSING_AID", "危房改造", "Repair of houses", "危改", "住房保障"),
  word("FINANCE_AID", "金融扶贫", "Finance", "小额信贷", "金融帮扶"),
  word("SOCIAL_AID", "社会帮扶", "Help of society", "社会扶贫", "社会捐助"),
  word("PARTY_AID", "党建帮扶", "Help of the Party", "党建扶贫"),
  word("INFRASTRUCTURE", "基础设施", "Infrastructure", "基础设施建设"),
  word("PUBLIC_SERVICE", "公共服务", "Public services", "公共服务和社会事业"),
]);
const STATES: CodeList = [
  word("RUNNING", "实施中", "Under way", "进行中", "未完成", "在建", "正在实施"),
  word("DONE", "已完成", "Done", "完成", "完工", "已落实", "落实"),
  word("PARTLY", "部分完成", "Partly done", "部分落实"),
  word("STOPPED", "已停止", "Stopped", "停止", "终止", "中止"),
];

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "householdNo",
    label: { "zh-CN": "户编号", en: "Household number" },
    aliases: ["户号", "家庭编号"],
    kind: "number",
    required: true,
    sample: "540326001001",
  },
  {
    key: "headName",
    label: { "zh-CN": "户主", en: "Head" },
    aliases: ["户主姓名", "姓名"],
    kind: "name",
    sample: "扎西",
  },
  {
    key: "year",
    label: { "zh-CN": "年度", en: "Year" },
    aliases: ["年份", "实施年度"],
    kind: "year",
    sample: "2026",
    note: { "zh-CN": "不填就是当前年度", en: "Left blank, the open year" },
  },
  {
    key: "category",
    label: { "zh-CN": "措施类别", en: "Category" },
    aliases: ["类别", "帮扶类别", "措施类型", "帮扶措施类别", "五个一批"],
    kind: "choice",
    /** As the office's dictionary stands today. */
    get list() {
      return categories();
    },
    required: true,
    sample: "发展生产",
  },
  {
    key: "project",
    label: { "zh-CN": "项目名称", en: "Project" },
    aliases: ["项目", "措施名称", "帮扶措施", "帮扶项目"],
    kind: "text",
    most: 100,
    required: true,
    sample: "牦牛养殖",
  },
  {
    key: "unit",
    label: { "zh-CN": "帮扶单位", en: "Helping unit" },
    aliases: ["实施单位", "责任单位", "单位"],
    kind: "text",
    most: 60,
    sample: "察雅县农业农村局",
  },
  {
    key: "content",
    label: { "zh-CN": "内容", en: "What is done" },
    aliases: ["措施内容", "帮扶内容", "主要内容", "具体内容"],
    kind: "text",
    most: 500,
  },
  {
    key: "amountFen",
    label: { "zh-CN": "资金（元）", en: "Money (yuan)" },
    aliases: ["资金", "投入资金", "金额", "帮扶资金", "折款"],
    kind: "money",
    least: 0,
    sample: "8000",
  },
  {
    key: "days",
    label: { "zh-CN": "起止时间", en: "From and until" },
    aliases: ["时间", "实施时间", "起止日期", "开始时间", "开始日期"],
    kind: "days",
    sample: "2026-03-10 至 2026-09-30",
    note: {
      "zh-CN": "只写一天就是开始的那天，几天写 2026-03-10 至 2026-09-30",
      en: "A single day is the first; both as 2026-03-10 至 2026-09-30",
    },
  },
  {
    key: "toOn",
    label: { "zh-CN": "结束时间", en: "Until" },
    aliases: ["结束日期", "完成时间", "完成日期"],
    kind: "date",
    note: { "zh-CN": "起止时间一列已写结束的不用填", en: "Not needed where the days hold both" },
  },
  {
    key: "status",
    label: { "zh-CN": "完成情况", en: "How it stands" },
    aliases: ["进度", "实施情况", "落实情况", "状态"],
    kind: "choice",
    list: STATES,
    sample: "实施中",
  },
  {
    key: "result",
    label: { "zh-CN": "成效", en: "What came of it" },
    aliases: ["结果", "帮扶成效", "完成说明", "备注"],
    kind: "text",
    most: 500,
  },
  {
    key: "gainFen",
    label: { "zh-CN": "收益（元）", en: "Gain (yuan)" },
    aliases: ["收益", "增收", "户均增收", "带动增收"],
    kind: "money",
    least: 0,
  },
  {
    key: "signature",
    label: { "zh-CN": "户主签字", en: "Signed by the head" },
    aliases: ["签字", "签名", "户主签名", "农户签字"],
    kind: "text",
    most: 30,
    note: {
      "zh-CN": "签了的写“是”或户主姓名，没签的写“否”或留空",
      en: "是 or the name of the head when signed; 否 or blank when not",
    },
  },
];

/** The first and the last day, whichever columns say them; a single day begins, and ends nothing. */
export function measureDays(values: Values): { from: string | null; to: string | null } {
  const ends = typeof values.toOn === "string" ? values.toOn : null;
  if (typeof values.days !== "string") return { from: null, to: ends };
  const [from = "", to = ""] = values.days.split("/");
  return { from, to: ends ?? (to === from ? null : to) };
}

/** A name in the column for signatures is one; what denies it is none. */
export function isSigned(values: Values): boolean | null {
  if (typeof values.signature !== "string") return null;
  return !/^(否|未签|未签字|没签|没有签|未|×|✗|N|no)$/i.test(values.signature.trim());
}

function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string, level: Problem["level"], told?: Problem["values"]): unknown =>
    problems.push({ column, key, level, ...(told ? { values: told } : {}) });
  if (typeof values.year === "number" && values.year > context.year)
    tell("year", "measureYearAhead", "error", { year: context.year });
  if (typeof values.year === "number" && values.year < FIRST_YEAR)
    tell("year", "measureYearEarly", "error", { year: FIRST_YEAR });
  const { from, to } = measureDays(values);
  const endColumn = typeof values.toOn === "string" ? "toOn" : "days";
  if (from && to && to < from) tell(endColumn, "daysBackward", "error");
  const ended = typeof values.status === "string" && values.status !== "RUNNING";
  if (ended && to === null) tell("status", "measureEndMissing", "warn");
  if (ended && to !== null && to > context.today) tell(endColumn, "measureEndAhead", "error");
  return problems;
}

export const measures: Sheet = {
  id: "measures",
  title: { "zh-CN": "帮扶措施台账", en: "Ledger of measures" },
  columns,
  // Two measures of one name are told apart by their first day, which only the comparison can weigh.
  unique: [],
  right: "household.edit",
  check,
};
