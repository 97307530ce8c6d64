// Sheet 7, 诉求（问题）台账: one row per need of a household or of a whole village, with who answers for it, what came of it and what the household says.
import { type CodeList, word } from "#lib/domains/households/code-word.ts";
import type { Column, Problem, ReadContext, Sheet, Value, Values } from "../sheet.ts";
import { liveList } from "./live-list.ts";
import { reference } from "./reference-column.ts";

export const needCategoryList = liveList("NEED_CATEGORIES", [
  word("NEED_INDUSTRY", "产业", "Industry", "产业发展", "生产", "种养殖"),
  word("NEED_JOBS", "就业", "Jobs", "务工", "就业务工"),
  word("NEED_HOUSING", "住房", "Housing", "危房", "住房安全"),
  word("NEED_WATER", "饮水", "Water", "饮水安全", "用水"),
  word("NEED_SCHOOL", "上学", "School", "教育", "就学"),
  word("NEED_HEALTH", "看病", "Health", "医疗", "就医"),
  word("NEED_ALLOWANCE", "低保", "Allowance", "低保救助", "社会救助"),
  word("NEED_ROAD", "道路", "Roads", "交通", "修路"),
  word("NEED_DISPUTE", "纠纷", "Disputes", "矛盾纠纷", "邻里纠纷"),
  word("NEED_OTHER", "其他", "Other", "其它"),
]);
const SOURCES: CodeList = [
  word("VISIT", "走访发现", "Heard on a visit", "走访", "入户走访", "大走访"),
  word("SELF", "群众反映", "Told by people", "群众", "来访", "电话"),
  word("VILLAGE", "村组上报", "Reported by the village", "村上报", "村级上报", "村委会"),
  word("OTHER", "其他", "Other", "其它"),
];
const VERDICTS: CodeList = [
  word("SATISFIED", "满意", "Satisfied", "非常满意", "很满意"),
  word("BASICALLY", "基本满意", "Basically satisfied", "基本", "较满意", "一般"),
  word("DISSATISFIED", "不满意", "Not satisfied", "不满"),
];

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "source",
    label: { "zh-CN": "来源", en: "Source" },
    aliases: ["诉求来源", "问题来源"],
    kind: "choice",
    list: SOURCES,
    sample: "走访发现",
  },
  { key: "county", label: { "zh-CN": "县", en: "County" }, aliases: ["县（区）", "县区"], kind: "division" },
  {
    key: "township",
    label: { "zh-CN": "乡镇", en: "Township" },
    aliases: ["乡（镇）", "乡", "镇"],
    kind: "division",
    sample: "吉塘镇",
  },
  {
    key: "village",
    label: { "zh-CN": "村", en: "Village" },
    aliases: ["行政村", "村（居）", "村居", "所在村", "村名"],
    kind: "division",
    sample: "吉塘村",
    note: {
      "zh-CN": "全村的诉求只写村，户编号和户主留空",
      en: "A need of the whole village has the village alone, without a household",
    },
  },
  {
    key: "householdNo",
    label: { "zh-CN": "户编号", en: "Household number" },
    aliases: ["户号", "家庭编号"],
    kind: "number",
    sample: "540326001001",
    note: {
      "zh-CN": "没有户编号时，按村和户主找这一户",
      en: "Without it, the household is found by village and head",
    },
  },
  {
    key: "headName",
    label: { "zh-CN": "户主", en: "Head" },
    aliases: ["户主姓名", "姓名", "户/村", "诉求人", "反映人"],
    kind: "name",
    sample: "扎西",
  },
  {
    key: "words",
    label: { "zh-CN": "诉求内容", en: "What is needed" },
    aliases: ["内容", "问题内容", "诉求", "具体诉求", "困难诉求"],
    kind: "text",
    most: 500,
    required: true,
    sample: "引水管冻裂",
  },
  {
    key: "category",
    label: { "zh-CN": "类别", en: "Category" },
    aliases: ["诉求类别", "问题类别", "诉求类型"],
    kind: "choice",
    /** As the office's dictionary stands today. */
    get list() {
      return needCategoryList();
    },
    required: true,
    sample: "饮水",
  },
  {
    key: "raisedOn",
    label: { "zh-CN": "受理日期", en: "Raised on" },
    aliases: ["受理时间", "登记日期", "反映时间", "日期"],
    kind: "date",
    required: true,
    sample: "2026-03-10",
  },
  {
    key: "unit",
    label: { "zh-CN": "责任单位", en: "Unit" },
    aliases: ["承办单位", "办理单位"],
    kind: "text",
    most: 60,
    sample: "县水利局",
  },
  {
    key: "handler",
    label: { "zh-CN": "责任人", en: "Handled by" },
    aliases: ["承办人", "办理人", "经办人"],
    kind: "text",
    most: 30,
    sample: "旦增",
  },
  {
    key: "dueOn",
    label: { "zh-CN": "办理时限", en: "Due" },
    aliases: ["时限", "限办日期", "完成时限"],
    kind: "date",
    note: { "zh-CN": "不填就按类别的工作日算", en: "Left blank, by the working days of its category" },
  },
  {
    key: "result",
    label: { "zh-CN": "办理结果", en: "Result" },
    aliases: ["结果", "办理情况", "处理结果", "解决情况"],
    kind: "text",
    most: 500,
    sample: "换了水管，已通水",
  },
  {
    key: "doneOn",
    label: { "zh-CN": "办结日期", en: "Done on" },
    aliases: ["办结时间", "完成日期", "解决时间"],
    kind: "date",
    sample: "2026-03-18",
  },
  {
    key: "verdict",
    label: { "zh-CN": "满意度", en: "Household's word" },
    aliases: ["群众意见", "群众满意度", "是否满意", "评价"],
    kind: "choice",
    list: VERDICTS,
    sample: "满意",
  },
  {
    key: "closedOn",
    label: { "zh-CN": "销号", en: "Closed on" },
    aliases: ["销号日期", "销号时间"],
    kind: "date",
    note: { "zh-CN": "销号的日期；不填就是办结那天", en: "The day; left blank, the day it was done" },
  },
];

const VILLAGE_NAME = /[村居]$|社区$|[村居牧]委会$|[村居]民委员会$/;
/** Whose need a row tells: the column of old forms, "户/村", names the one or the other. */
export function needOwner(values: Values): { village: Value; headName: Value } {
  const headName = values.headName ?? null;
  if (!values.householdNo && !values.village && typeof headName === "string" && VILLAGE_NAME.test(headName))
    return { village: headName, headName: null };
  return { village: values.village ?? null, headName };
}

/** What a row says of a need besides whose it is. */
export const NEED_SAID = [
  ...(["source", "category", "words", "raisedOn", "unit", "handler", "dueOn"] as const),
  ...(["result", "doneOn", "verdict", "closedOn"] as const),
];

function check(values: Values, { today }: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string): unknown => problems.push({ column, key, level: "error" });
  const day = (key: string) => (typeof values[key] === "string" ? (values[key] as string) : null);
  const [raised, due, done, closed] = [day("raisedOn"), day("dueOn"), day("doneOn"), day("closedOn")];
  const result = typeof values.result === "string" && values.result.length >= 2;
  if (!values.householdNo && !needOwner(values).village) tell("householdNo", "needWhose");
  if (raised && raised > today) tell("raisedOn", "needAhead");
  if (raised && due && due < raised) tell("dueOn", "daysBackward");
  if (done && done > today) tell("doneOn", "needAhead");
  else if (raised && done && done < raised) tell("doneOn", "daysBackward");
  if (done && !result) tell("result", "needNoResult");
  if (values.result && !done) tell("doneOn", "needNoDay");
  if (values.verdict && !(done && result)) tell("verdict", "needNotDone");
  if (closed && !values.verdict) tell("verdict", "needNoVerdict");
  if (closed && closed > today) tell("closedOn", "needAhead");
  else if (closed && done && closed < done) tell("closedOn", "daysBackward");
  return problems;
}

export const needLedger: Sheet = {
  id: "need-ledger",
  title: { "zh-CN": "诉求台账", en: "Ledger of needs" },
  columns,
  // Known by household, category, day and words, which only the comparison can weigh.
  unique: [],
  right: "need.handle",
  check,
};
