// Sheet 2, 贫困人口花名册: one row per person, the 47 columns of the national export of 2021 in their order.
import {
  DESTITUTE_SUPPORTS,
  DISABILITY_KINDS,
  DROPOUT_REASONS,
  EDUCATIONS,
  ETHNICITIES,
  HEALTH_STATES,
  ID_TYPES,
  IDENTIFICATION_STANDARDS,
  LABOR_ABILITIES,
  POLITICAL_STATUSES,
  RELATION_SEX,
  RELATIONS,
  SCHOOL_STATUSES,
  SEXES,
} from "#lib/domains/households/codes.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";

const yesNo = (key: string, zh: string, en: string, ...aliases: string[]): Column => ({
  key,
  label: { "zh-CN": zh, en },
  aliases,
  kind: "yesNo",
  sample: "否",
});

const columns: Column[] = [
  {
    key: "province",
    label: { "zh-CN": "省", en: "Province" },
    aliases: ["省（自治区）", "自治区"],
    kind: "division",
    ignored: true,
    sample: "示例",
  },
  {
    key: "prefecture",
    label: { "zh-CN": "市", en: "Prefecture" },
    aliases: ["地市", "市（地）", "地区"],
    kind: "division",
    ignored: true,
    sample: "昌都市",
  },
  {
    key: "county",
    label: { "zh-CN": "县", en: "County" },
    aliases: ["县（区）", "县区", "区县", "所在县", "县名称"],
    kind: "division",
    sample: "察雅县",
  },
  {
    key: "township",
    label: { "zh-CN": "乡", en: "Township" },
    aliases: ["乡（镇）", "乡镇", "镇", "乡镇名称", "所在乡镇"],
    kind: "division",
    sample: "吉塘镇",
  },
  {
    key: "village",
    label: { "zh-CN": "村", en: "Village" },
    aliases: ["行政村", "村（居）", "村居", "所在村", "村名", "村委会"],
    kind: "division",
    sample: "吉塘村",
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
    key: "memberNo",
    label: { "zh-CN": "人口编号", en: "Member number" },
    aliases: ["人编号", "成员编号"],
    kind: "number",
    sample: "54032600100101",
  },
  {
    key: "name",
    label: { "zh-CN": "姓名", en: "Name" },
    aliases: ["成员姓名", "家庭成员姓名", "人口姓名"],
    kind: "name",
    required: true,
    sample: "扎西",
  },
  { key: "sex", label: { "zh-CN": "性别", en: "Sex" }, kind: "choice", list: SEXES, sample: "男" },
  {
    key: "birthOn",
    label: { "zh-CN": "出生日期", en: "Date of birth" },
    aliases: ["出生年月", "出生年月日", "生日"],
    kind: "date",
    sample: "1985-03-18",
  },
  {
    key: "idType",
    label: { "zh-CN": "证件类型", en: "Type of ID" },
    aliases: ["证件种类"],
    kind: "choice",
    list: ID_TYPES,
    sample: "居民身份证",
  },
  {
    key: "idNo",
    label: { "zh-CN": "证件号码", en: "ID number" },
    aliases: ["身份证号", "身份证号码", "证件号", "公民身份号码", "居民身份证号"],
    kind: "idNo",
    required: true,
    freeWhen: { column: "idType", is: "OFFICER_CARD" },
    sample: "540326198503180012",
  },
  {
    key: "ethnicity",
    label: { "zh-CN": "民族", en: "Ethnicity" },
    kind: "choice",
    list: ETHNICITIES,
    sample: "藏族",
  },
  {
    key: "householdPhone",
    label: { "zh-CN": "户联系电话", en: "Household phone" },
    aliases: ["户主电话", "家庭电话"],
    kind: "phone",
  },
  {
    key: "phone",
    label: { "zh-CN": "成员联系电话", en: "Member phone" },
    aliases: ["联系电话", "本人电话", "手机号", "手机号码"],
    kind: "phone",
  },
  { key: "year", label: { "zh-CN": "年度", en: "Year" }, aliases: ["年份"], kind: "year" },
  {
    key: "relation",
    label: { "zh-CN": "与户主关系", en: "Relation to head" },
    aliases: ["与户主的关系", "户主关系", "关系"],
    kind: "choice",
    list: RELATIONS,
    required: true,
    sample: "户主",
  },
  {
    key: "education",
    label: { "zh-CN": "文化程度", en: "Education" },
    aliases: ["学历", "受教育程度"],
    kind: "choice",
    list: EDUCATIONS,
    sample: "小学",
  },
  {
    key: "schoolStatus",
    label: { "zh-CN": "在校生状况", en: "School status" },
    aliases: ["在校状况", "在校生情况"],
    kind: "choice",
    list: SCHOOL_STATUSES,
  },
  {
    key: "labor",
    label: { "zh-CN": "劳动技能", en: "Ability to work" },
    aliases: ["劳动能力", "劳动力", "劳动力状况"],
    kind: "choice",
    list: LABOR_ABILITIES,
    sample: "普通劳动力",
  },
  {
    key: "workMonths",
    label: { "zh-CN": "务工时间(月)", en: "Months worked" },
    aliases: ["务工时间", "务工月数"],
    kind: "integer",
    most: 12,
  },
  {
    key: "health",
    label: { "zh-CN": "健康状况", en: "Health" },
    kind: "choice",
    list: HEALTH_STATES,
    many: 3,
    sample: "健康",
  },
  {
    key: "politicalStatus",
    label: { "zh-CN": "政治面貌", en: "Political status" },
    kind: "choice",
    list: POLITICAL_STATUSES,
    sample: "群众",
  },
  {
    key: "employer",
    label: { "zh-CN": "务工企业", en: "Employer" },
    aliases: ["务工企业名称", "务工单位"],
    kind: "text",
  },
  yesNo("lowAllowance", "是否低保", "Low allowance", "是否享受低保", "低保", "是否享受最低生活保障"),
  yesNo(
    "employeePension",
    "职工养老",
    "Employee pension",
    "是否参加城镇职工基本养老保险",
    "城镇职工养老",
    "职工养老保险",
  ),
  yesNo("seriousIllness", "大病保险", "Serious illness insurance", "是否参加大病保险", "参加大病保险"),
  yesNo(
    "residentMedical",
    "新农合",
    "Resident medical insurance",
    "是否参加城乡居民基本医疗保险",
    "城乡居民医保",
    "城乡居民基本医保",
    "居民医保",
    "参加新农合",
  ),
  yesNo(
    "residentPension",
    "居民养老",
    "Resident pension",
    "是否参加城乡居民基本养老保险",
    "城乡居民养老",
    "居民养老保险",
  ),
  {
    key: "dropoutReason",
    label: { "zh-CN": "失学原因", en: "Reason for dropping out" },
    aliases: ["失学或辍学原因", "辍学原因"],
    kind: "choice",
    list: DROPOUT_REASONS,
  },
  yesNo("speaksMandarin", "会讲普通话", "Speaks Mandarin", "是否会讲普通话", "普通话"),
  yesNo(
    "commercialMedical",
    "商业补充医保",
    "Commercial medical insurance",
    "是否参加商业补充医疗保险",
    "商业补充医疗保险",
    "商业补充医疗",
  ),
  yesNo("workedAbroad", "国外务工", "Works abroad", "是否国外务工", "境外务工"),
  {
    key: "industryKind",
    label: { "zh-CN": "产业分类", en: "Industry" },
    aliases: ["务工产业", "产业类型"],
    kind: "text",
  },
  yesNo("medicalAid", "医疗救助", "Medical aid", "是否接受医疗救助", "是否享受医疗救助"),
  yesNo("otherHealthAid", "其他健康扶贫", "Other health aid", "是否接受其他健康扶贫"),
  {
    key: "publicPost",
    label: { "zh-CN": "公益岗类型", en: "Public post" },
    aliases: ["公益岗位类型", "公益性岗位", "公益性岗位类型", "公益岗位"],
    kind: "text",
    most: 60,
  },
  {
    key: "publicPostMonths",
    label: { "zh-CN": "公益岗月数", en: "Months in public post" },
    aliases: ["公益岗位（月数）", "公益性岗位月数", "公益岗位月数"],
    kind: "integer",
    most: 12,
  },
  {
    key: "employmentChannel",
    label: { "zh-CN": "就业渠道", en: "Found work through" },
    kind: "text",
    most: 60,
  },
  {
    key: "disabilityKind",
    label: { "zh-CN": "残疾类别", en: "Kind of disability" },
    kind: "choice",
    list: DISABILITY_KINDS,
    many: 7,
  },
  {
    key: "workPlace",
    label: { "zh-CN": "务工所在地", en: "Place of work" },
    aliases: ["务工地点", "务工地"],
    kind: "text",
  },
  {
    key: "headName",
    label: { "zh-CN": "户主姓名", en: "Name of head" },
    aliases: ["户主"],
    kind: "name",
    ignored: true,
    sample: "扎西",
  },
  {
    key: "headIdNo",
    label: { "zh-CN": "户主证件号码", en: "ID number of head" },
    aliases: ["户主身份证号", "户主证件号", "户主身份证号码"],
    kind: "idNo",
    ignored: true,
  },
  yesNo(
    "employeeMedical",
    "职工医保",
    "Employee medical insurance",
    "是否参加城镇职工基本医疗保险",
    "城镇职工医保",
    "城镇职工基本医保",
  ),
  {
    key: "destituteSupport",
    label: { "zh-CN": "特困供养", en: "Support for the destitute" },
    aliases: ["是否特困供养", "特困供养（五保）", "五保", "是否享受特困供养"],
    kind: "choice",
    list: DESTITUTE_SUPPORTS,
  },
  {
    key: "disabilityCardYear",
    label: { "zh-CN": "残疾证年度", en: "Year of disability card" },
    aliases: ["残疾证办证年度", "残疾证办理年度"],
    kind: "year",
  },
  {
    key: "standard",
    label: { "zh-CN": "识别标准", en: "Identification standard" },
    kind: "choice",
    list: IDENTIFICATION_STANDARDS,
    ignored: true,
    sample: "国家标准",
  },
];

/** What one person's columns must agree on; ages are counted at the end of the year. */
function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const warn = (column: string, key: string, more?: Problem["values"]) =>
    problems.push({ column, key, level: "warn", ...(more ? { values: more } : {}) });
  if (values.year != null && values.year !== context.year) {
    problems.push({ column: "year", key: "otherYear", values: { year: context.year }, level: "error" });
  }
  const birth = values.idNoBirth ?? values.birthOn;
  if (typeof birth === "string" && birth > context.today) {
    problems.push({ column: values.idNoBirth ? "idNo" : "birthOn", key: "birthAhead", level: "error" });
  }
  if (values.idNoBirth && values.birthOn && values.birthOn !== values.idNoBirth)
    warn("birthOn", "birthDiffers");
  if (values.idNoSex && values.sex && values.sex !== values.idNoSex) warn("sex", "sexDiffers");
  const sex = values.idNoSex ?? values.sex;
  const stated = RELATION_SEX[String(values.relation)];
  if (stated && sex && stated !== sex) warn("relation", "relationSex");
  if (typeof values.workMonths === "number" && values.workMonths > 0 && values.workPlace === null)
    warn("workPlace", "workPlaceMissing");
  if (values.publicPostMonths && values.publicPost === null) warn("publicPost", "publicPostMissing");
  if (typeof birth === "string") {
    const age = context.year - Number(birth.slice(0, 4));
    if (age >= 16 && age <= 65 && "labor" in values && values.labor === null)
      warn("labor", "laborMissing", { age });
    if (age >= 6 && age <= 23 && "schoolStatus" in values && values.schoolStatus === null)
      warn("schoolStatus", "schoolMissing", { age });
    if (age > 120) problems.push({ column: "idNo", key: "tooOld", level: "error" });
  }
  return problems;
}

export const personRoster: Sheet = {
  id: "person-roster",
  title: { "zh-CN": "贫困人口花名册", en: "Roster of persons" },
  columns,
  right: "household.edit",
  unique: [["idNoPerson"], ["householdNo", "memberNo"]],
  members: { household: "householdNo", relation: "relation" },
  check,
};
