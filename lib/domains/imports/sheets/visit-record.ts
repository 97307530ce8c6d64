// Sheet 5, 走访记录表: one row per visit to a household, kept on paper by whoever went, brought in by somebody at the desk.
import { type CodeList, word } from "#lib/domains/households/code-word.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { needCategoryList } from "./need-ledger.ts";
import { countyColumn, townshipColumn, villageColumn } from "./place-columns.ts";
import { reference } from "./reference-column.ts";
import { goodsFen, visitorsOf } from "./visit-readings.ts";

const KINDS: CodeList = [
  word("HOME", "入户", "At home", "入户走访", "上门", "实地走访", "面谈", "见面", "走访", "上门走访"),
  word("PHONE", "电话", "By phone", "微信", "电话微信", "视频", "电话联系", "微信视频"),
  word("PASTURE", "牧场点", "At the pasture", "牧场", "草场", "放牧点", "夏季牧场"),
  word("CONDOLENCE", "慰问", "Gift visit", "节日慰问", "走访慰问", "送温暖"),
  word("ROUND", "遍访", "Round of all households", "书记遍访", "五级书记遍访"),
  word("CAMPAIGN", "大走访", "Campaign", "联户帮困大走访", "集中走访"),
];
const SITUATIONS: CodeList = [
  word("NORMAL", "正常", "Normal", "无变化", "稳定", "良好"),
  word("CHANGED", "有变化", "Changed", "变化"),
  word("DIFFICULT", "有困难", "In difficulty", "困难"),
];
const MET: CodeList = [
  word("HEAD", "户主", "Head", "本人"),
  word("SPOUSE", "配偶", "Spouse", "妻子", "丈夫"),
  word("OTHER_MEMBER", "其他家人", "Another member", "家人", "子女", "父母"),
  word("NOBODY_HOME", "家中无人", "Nobody home", "无人", "无人在家", "未见到"),
];

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "visitedOn",
    label: { "zh-CN": "日期", en: "Day" },
    aliases: ["走访日期", "走访时间", "时间", "入户日期", "入户时间"],
    kind: "date",
    required: true,
    sample: "2026-03-12",
  },
  {
    key: "visitors",
    label: { "zh-CN": "帮扶人", en: "Visitors" },
    aliases: ["走访人", "走访人员", "帮扶责任人", "走访干部", "帮扶干部", "走访人姓名", "帮扶人姓名"],
    kind: "text",
    most: 100,
    required: true,
    sample: "白玛",
    note: {
      "zh-CN": "几个人一起去的，名字用顿号隔开",
      en: "Names of several who went together, parted by commas",
    },
  },
  {
    key: "unit",
    label: { "zh-CN": "单位", en: "Unit" },
    aliases: ["帮扶单位", "工作单位", "走访人单位", "所在单位"],
    kind: "text",
    most: 100,
    sample: "察雅县农牧局",
  },
  countyColumn,
  townshipColumn("乡镇"),
  villageColumn({
    aliases: ["所在村"],
    note: {
      "zh-CN": "没有户编号时，按村和户主找这一户",
      en: "Without a household number, the household is found by village and head",
    },
  }),
  {
    key: "householdNo",
    label: { "zh-CN": "户编号", en: "Household number" },
    aliases: ["户号", "家庭编号"],
    kind: "number",
    sample: "540326001001",
  },
  {
    key: "headName",
    label: { "zh-CN": "走访对象", en: "Household visited (head)" },
    aliases: ["户主", "户主姓名", "走访户", "被走访户", "走访户主", "帮扶对象"],
    kind: "name",
    required: true,
    sample: "扎西",
  },
  {
    key: "kind",
    label: { "zh-CN": "方式", en: "Kind" },
    aliases: ["走访方式", "走访类型", "走访形式", "类型"],
    kind: "choice",
    list: KINDS,
    sample: "入户",
    note: {
      "zh-CN": "不填就是入户；可填：入户、电话、牧场点、慰问、遍访、大走访",
      en: "Left blank, at home; also by phone, at the pasture, gift visit, round, campaign",
    },
  },
  {
    key: "metWith",
    label: { "zh-CN": "见到", en: "Met" },
    aliases: ["见到谁", "受访人", "接待人"],
    kind: "choice",
    list: MET,
  },
  {
    key: "situation",
    label: { "zh-CN": "情况", en: "Situation" },
    aliases: ["家庭情况", "总体情况"],
    kind: "choice",
    list: SITUATIONS,
    note: {
      "zh-CN": "不填就按后面几栏：有诉求的算有困难，写了变化的算有变化，其余正常",
      en: "Left blank, by the columns after it: asking for something is difficulty, a change is a change",
    },
  },
  {
    key: "change",
    label: { "zh-CN": "家庭情况变化", en: "Changes in the family" },
    aliases: ["变化情况", "家庭变化", "家庭基本情况", "走访情况", "走访内容", "情况记录"],
    kind: "text",
    most: 500,
    sample: "新增一人外出务工",
  },
  {
    key: "topics",
    label: { "zh-CN": "宣传政策", en: "What was talked about" },
    aliases: ["政策宣传", "宣传政策情况", "谈了什么", "宣讲内容", "谈话内容"],
    kind: "text",
    most: 200,
    sample: "政策、就业",
  },
  {
    key: "asked",
    label: { "zh-CN": "困难诉求", en: "Asked for" },
    aliases: ["困难和诉求", "存在困难", "诉求", "困难问题", "群众诉求", "意见诉求"],
    kind: "text",
    most: 500,
    sample: "引水管冻裂",
  },
  {
    key: "category",
    label: { "zh-CN": "诉求类别", en: "Category of the need" },
    aliases: ["问题类别", "困难类别"],
    kind: "choice",
    get list() {
      return needCategoryList();
    },
    sample: "饮水",
    note: {
      "zh-CN": "填了类别，困难诉求就登记为一件诉求并计办理时限；不填，只记在这次走访里",
      en: "With a category it becomes a need with a limit; without, it is kept with the visit only",
    },
  },
  {
    key: "help",
    label: { "zh-CN": "解决措施/结果", en: "Done about it" },
    aliases: ["解决措施", "措施", "解决情况", "帮扶措施", "帮扶情况", "办理结果", "解决措施及结果"],
    kind: "text",
    most: 500,
    sample: "已请水管员去修",
  },
  {
    key: "goods",
    label: { "zh-CN": "物资(折款)", en: "Goods (worth)" },
    aliases: ["物资", "慰问物资", "物资折款", "慰问金", "折款"],
    kind: "text",
    most: 100,
    sample: "大米2袋（200元）",
  },
  {
    key: "standIn",
    label: { "zh-CN": "代走访原因", en: "Why somebody else went" },
    aliases: ["代走访", "代访原因"],
    kind: "text",
    most: 100,
    note: {
      "zh-CN": "走访人不是这户当天的帮扶人时，写明替谁、为什么",
      en: "Where the visitor did not help the household that day: for whom, and why",
    },
  },
  reference("signature", "户主签字", "Signature of head", "签字", "户主签名", "签名"),
  reference("photo", "照片号", "Photo number", "照片", "照片编号"),
  reference("remark", "备注", "Remark"),
];

const LONG_AGO_DAYS = 400;

function check(values: Values, { today }: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string, level: Problem["level"] = "error") =>
    problems.push({ column, key, level });
  const day = typeof values.visitedOn === "string" ? values.visitedOn : null;
  if (day && day > today) tell("visitedOn", "needAhead");
  else if (day && (Date.parse(today) - Date.parse(day)) / 86_400_000 > LONG_AGO_DAYS)
    tell("visitedOn", "visitLongAgo", "warn");
  if (typeof values.visitors === "string") {
    const names = visitorsOf(values.visitors);
    if (names.length === 0 || names.some((name) => [...name].length < 2 || [...name].length > 30))
      tell("visitors", "nameLength");
    else if (names.length > 9) tell("visitors", "visitorsMany");
  }
  if (values.category && !values.asked) tell("asked", "askedMissing");
  if (values.asked && !values.category) tell("asked", "askedKept", "warn");
  if (typeof values.goods === "string" && /\d/.test(values.goods) && goodsFen(values.goods) === null)
    tell("goods", "goodsUnread", "warn");
  if (!values.householdNo && !values.village) tell("householdNo", "householdHardToTell");
  return problems;
}

export const visitRecord: Sheet = {
  id: "visit-record",
  title: { "zh-CN": "走访记录表", en: "Record of visits" },
  columns,
  // Known by household, day and visitor, which only the comparison can tell apart.
  unique: [],
  right: "visit.record",
  check,
};
