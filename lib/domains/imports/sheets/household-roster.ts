// Sheet 1, 贫困户花名册: one row per household, with its head, attribute, causes and status of the year.
import {
  ETHNICITIES,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  HOUSING_GRADES,
  IDENTIFICATION_STANDARDS,
  POVERTY_CAUSES,
  SEXES,
} from "#lib/domains/households/codes.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";

const columns: Column[] = [
  {
    key: "seq",
    label: { "zh-CN": "序号", en: "No." },
    aliases: ["编号"],
    kind: "text",
    ignored: true,
    sample: "示例",
  },
  {
    key: "county",
    label: { "zh-CN": "县", en: "County" },
    aliases: ["县（区）", "县区", "区县", "所在县"],
    kind: "division",
    sample: "察雅县",
  },
  {
    key: "township",
    label: { "zh-CN": "乡（镇）", en: "Township" },
    aliases: ["乡镇", "乡", "镇", "所在乡镇"],
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
    key: "groupName",
    label: { "zh-CN": "组", en: "Group" },
    aliases: ["村民小组", "组名", "小组", "自然村"],
    kind: "text",
    most: 40,
  },
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
    label: { "zh-CN": "户主姓名", en: "Name of head" },
    aliases: ["户主", "姓名"],
    kind: "name",
    required: true,
    sample: "扎西",
  },
  {
    key: "sex",
    label: { "zh-CN": "性别", en: "Sex" },
    aliases: ["户主性别"],
    kind: "choice",
    list: SEXES,
    sample: "男",
  },
  {
    key: "idNo",
    label: { "zh-CN": "身份证号", en: "ID number" },
    aliases: ["身份证号码", "证件号码", "户主身份证号", "户主证件号码", "户主身份证号码"],
    kind: "idNo",
    sample: "540326198503180012",
  },
  {
    key: "ethnicity",
    label: { "zh-CN": "民族", en: "Ethnicity" },
    aliases: ["户主民族"],
    kind: "choice",
    list: ETHNICITIES,
    sample: "藏族",
  },
  {
    key: "memberCount",
    label: { "zh-CN": "家庭人口", en: "Members" },
    aliases: ["家庭人口数", "人口", "人口数", "家庭成员数"],
    kind: "integer",
    least: 1,
    most: 60,
    sample: "5",
  },
  {
    key: "attribute",
    label: { "zh-CN": "贫困户属性", en: "Attribute" },
    aliases: ["户属性", "属性", "农户属性"],
    kind: "choice",
    list: HOUSEHOLD_ATTRIBUTES,
    sample: "一般贫困户",
  },
  {
    key: "standard",
    label: { "zh-CN": "识别标准", en: "Identification standard" },
    kind: "choice",
    list: IDENTIFICATION_STANDARDS,
    sample: "国家标准",
  },
  {
    key: "mainCause",
    label: { "zh-CN": "主要致贫原因", en: "Main cause" },
    aliases: ["致贫原因", "主要原因"],
    kind: "choice",
    list: POVERTY_CAUSES,
    sample: "缺技术",
  },
  {
    key: "otherCauses",
    label: { "zh-CN": "其他致贫原因", en: "Other causes" },
    aliases: ["次要致贫原因", "其它致贫原因"],
    kind: "choice",
    list: POVERTY_CAUSES,
    many: 2,
  },
  {
    key: "status",
    label: { "zh-CN": "脱贫属性", en: "Status" },
    aliases: ["脱贫状态", "脱贫标志", "脱贫情况", "是否脱贫"],
    kind: "choice",
    list: HOUSEHOLD_STATUSES,
    required: true,
    sample: "未脱贫",
  },
  {
    key: "exitYear",
    label: { "zh-CN": "脱贫年度", en: "Exit year" },
    aliases: ["脱贫年份", "脱贫时间"],
    kind: "year",
  },
  {
    key: "incomePerHeadFen",
    label: { "zh-CN": "人均纯收入", en: "Net income per head" },
    aliases: ["家庭人均纯收入", "年人均纯收入", "人均可支配收入"],
    kind: "money",
    sample: "3180.50",
  },
  {
    key: "relocated",
    label: { "zh-CN": "是否搬迁户", en: "Relocated" },
    aliases: ["易地搬迁户", "是否易地扶贫搬迁户", "是否易地搬迁户"],
    kind: "yesNo",
    sample: "否",
  },
  {
    key: "housingGrade",
    label: { "zh-CN": "危房等级", en: "Housing grade" },
    aliases: ["危房级别", "住房安全等级", "住房安全"],
    kind: "choice",
    list: HOUSING_GRADES,
  },
  {
    key: "waterSafe",
    label: { "zh-CN": "饮水安全", en: "Safe water" },
    aliases: ["饮水是否安全", "是否解决安全饮用水"],
    kind: "yesNo",
    sample: "是",
  },
  {
    key: "helperName",
    label: { "zh-CN": "帮扶责任人", en: "Helper" },
    aliases: ["帮扶人", "帮扶责任人姓名"],
    kind: "name",
    ignored: true,
  },
  { key: "helperUnit", label: { "zh-CN": "帮扶单位", en: "Helper's unit" }, kind: "text", ignored: true },
  // In this sheet the bare "联系电话" stands behind the helper and is the helper's.
  {
    key: "helperPhone",
    label: { "zh-CN": "联系电话", en: "Helper's phone" },
    aliases: ["电话", "帮扶人电话", "帮扶责任人电话", "帮扶责任人联系电话"],
    kind: "phone",
    ignored: true,
  },
  {
    key: "phone",
    label: { "zh-CN": "户联系电话", en: "Household phone" },
    aliases: ["户主电话", "户主联系电话", "家庭电话", "农户电话"],
    kind: "phone",
  },
  { key: "address", label: { "zh-CN": "家庭住址", en: "Address" }, aliases: ["住址", "地址"], kind: "text" },
  { key: "year", label: { "zh-CN": "年度", en: "Year" }, aliases: ["年份"], kind: "year" },
  { key: "remark", label: { "zh-CN": "备注", en: "Remark" }, kind: "text", most: 500 },
];

function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const warn = (column: string, key: string, more?: Problem["values"]) =>
    problems.push({ column, key, level: "warn", ...(more ? { values: more } : {}) });
  if (values.year != null && values.year !== context.year) {
    problems.push({ column: "year", key: "otherYear", values: { year: context.year }, level: "error" });
  }
  if (values.idNoSex && values.sex && values.sex !== values.idNoSex) warn("sex", "sexDiffers");
  if (typeof values.idNoBirth === "string" && values.idNoBirth > context.today) {
    problems.push({ column: "idNo", key: "birthAhead", level: "error" });
  }
  if (
    values.mainCause &&
    String(values.otherCauses ?? "")
      .split(",")
      .includes(String(values.mainCause))
  ) {
    warn("otherCauses", "causeTwice");
  }
  if (typeof values.idNoBirth === "string" && context.year - Number(values.idNoBirth.slice(0, 4)) > 120) {
    problems.push({ column: "idNo", key: "tooOld", level: "error" });
  }
  if (typeof values.exitYear === "number" && values.exitYear > context.year) {
    problems.push({ column: "exitYear", key: "exitYearAhead", level: "error" });
  }
  if (values.status === "EXITED" && "exitYear" in values && values.exitYear === null)
    warn("exitYear", "exitYearMissing");
  if (values.status === "POOR" && values.exitYear != null) warn("exitYear", "exitYearOfPoor");
  if (
    typeof values.incomePerHeadFen === "number" &&
    (values.incomePerHeadFen <= 0 || values.incomePerHeadFen > 10_000_000)
  ) {
    warn("incomePerHeadFen", "incomeStrange");
  }
  return problems;
}

export const householdRoster: Sheet = {
  id: "household-roster",
  title: { "zh-CN": "贫困户花名册", en: "Roster of households" },
  columns,
  right: "household.edit",
  unique: [["householdNo"], ["idNoPerson"]],
  check,
};
