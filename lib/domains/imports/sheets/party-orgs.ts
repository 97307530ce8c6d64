// Sheet 10, 基层党组织花名册: one row per Party organization, led by one of the registry or by another row of the same file.
import type { CodeList } from "#lib/domains/households/codes.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { reference } from "./reference-column.ts";

const word = (code: string, zh: string, en: string, ...aliases: string[]) => ({
  code,
  "zh-CN": zh,
  en,
  aliases,
});

const ORG_KIND_WORDS: CodeList = [
  word("COMMITTEE", "党委", "Party committee", "党委会", "委员会", "基层党委", "乡镇党委"),
  word("GENERAL_BRANCH", "党总支", "General branch", "总支", "总支部", "党总支部"),
  word("BRANCH", "党支部", "Branch", "支部", "村党支部", "支部委员会"),
  word("JOINT_BRANCH", "联合党支部", "Joint branch", "联合支部"),
  word("GROUP", "党小组", "Party group", "小组"),
  word("TEMPORARY_BRANCH", "临时党支部", "Temporary branch", "临时支部"),
  word("WORKING_COMMITTEE", "党组（工委）", "Leading group (working committee)", "党组", "工委", "党工委"),
];
const SETTING_WORDS: CodeList = [
  word("TERRITORIAL", "地方（区划）", "Territorial", "地方", "农村", "社区", "乡镇", "村", "区划"),
  word("AGENCY", "机关单位", "Agency", "机关", "事业单位", "学校", "国企", "机关事业单位"),
  word(
    "ENTITY",
    "产业链组织",
    "Industry chain",
    "产业链",
    "合作社",
    "协会",
    "基地",
    "企业",
    "两新组织",
    "非公企业",
    "社会组织",
  ),
];
export const BASIS_WORDS: CodeList = [
  word("LINE", "按党内层级隶属", "Ordinary Party line", "层级隶属", "上下级"),
  word(
    "VILLAGE_LED",
    "由所在村党组织领导",
    "Led by the village's Party organization",
    "所在村领导",
    "村党组织领导",
  ),
  word(
    "APPROVER_LED",
    "由批准设立的党组织领导",
    "Led by the organization that approved it",
    "批准设立",
    "审批设立",
  ),
  word(
    "COUNTY_DESIGNATED",
    "由县委组织部指定",
    "Designated by the county's organization department",
    "县委组织部指定",
    "组织部指定",
  ),
];

const columns: Column[] = [
  { ...reference("seq", "序号", "No."), sample: "示例" },
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
    aliases: ["行政村", "村（居）", "所在村", "村名"],
    kind: "division",
    sample: "吉塘村",
  },
  {
    key: "orgNo",
    label: { "zh-CN": "组织编号", en: "Organization number" },
    aliases: ["党组织编号", "组织代码", "党组织代码", "编号"],
    kind: "integer",
    least: 1,
    most: 2_000_000_000,
  },
  {
    key: "name",
    label: { "zh-CN": "党组织全称", en: "Name of the organization" },
    aliases: ["党组织名称", "组织名称", "组织全称", "支部名称", "名称"],
    kind: "text",
    most: 60,
    required: true,
    sample: "吉塘村党支部",
  },
  {
    key: "kind",
    label: { "zh-CN": "类型", en: "Kind" },
    aliases: ["党组织类型", "组织类型", "类别", "组织类别"],
    kind: "choice",
    list: ORG_KIND_WORDS,
    sample: "党支部",
  },
  {
    key: "leaderName",
    label: { "zh-CN": "隶属", en: "Led by" },
    aliases: ["上级党组织", "上级组织", "隶属党组织", "所属党组织", "隶属关系", "上级党组织名称"],
    kind: "text",
    most: 60,
    required: true,
    sample: "吉塘镇党委",
  },
  {
    key: "setting",
    label: { "zh-CN": "设置类别", en: "Setting" },
    aliases: ["所属领域", "领域", "设置", "党组织所在单位类别"],
    kind: "choice",
    list: SETTING_WORDS,
    sample: "地方（区划）",
  },
  {
    key: "basis",
    label: { "zh-CN": "隶属依据", en: "Basis" },
    aliases: ["领导依据"],
    kind: "choice",
    list: BASIS_WORDS,
    sample: "按党内层级隶属",
  },
  {
    key: "coverage",
    label: { "zh-CN": "覆盖村", en: "Villages covered" },
    aliases: ["覆盖村（居）", "覆盖的村", "覆盖范围"],
    kind: "text",
    most: 500,
  },
  {
    key: "supervisingDept",
    label: { "zh-CN": "主管部门", en: "Department in charge" },
    aliases: ["行业主管部门"],
    kind: "text",
    most: 60,
  },
  {
    key: "documentNo",
    label: { "zh-CN": "批复文号", en: "Document" },
    aliases: ["成立批复文号", "文号", "批准文号"],
    kind: "text",
    most: 60,
  },
  {
    key: "secretary",
    label: { "zh-CN": "书记", en: "Secretary" },
    aliases: ["书记姓名", "党组织书记", "支部书记", "负责人"],
    kind: "name",
    sample: "白玛",
  },
  // Only to tell a wrong digit while the sheet is at hand: an organization keeps its secretary's name, not the number.
  {
    key: "secretaryIdNo",
    label: { "zh-CN": "书记身份证号", en: "Secretary's ID number (optional)" },
    aliases: ["书记证件号", "书记身份证号码", "书记证件号码"],
    kind: "idNo",
  },
  {
    key: "foundedOn",
    label: { "zh-CN": "成立日期", en: "Founded on" },
    aliases: ["成立时间", "建立日期", "建立时间"],
    kind: "date",
    sample: "2016-03-18",
  },
  reference("electedOn", "换届日期", "Elected on", "换届时间", "届满日期"),
  {
    key: "memberCount",
    label: { "zh-CN": "党员数", en: "Members" },
    aliases: ["党员人数", "党员总数", "正式党员", "党员"],
    kind: "integer",
    most: 20_000,
    sample: "12",
  },
  reference("probationary", "预备", "Probationary", "预备党员"),
  reference("women", "女", "Women", "女党员"),
  reference("minority", "少数民族", "Minority", "少数民族党员"),
  reference("young", "≤35", "Up to 35", "35岁及以下", "35岁以下"),
  reference("old", "≥60", "60 and above", "60岁及以上", "60岁以上"),
  reference("weak", "是否软弱涣散", "Weak or lax", "软弱涣散"),
  reference("remark", "备注", "Remark"),
];

function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const wrong = (column: string, key: string, level: Problem["level"] = "error") =>
    problems.push({ column, key, level });
  if (typeof values.foundedOn === "string" && values.foundedOn > context.today)
    wrong("foundedOn", "foundedAhead");
  if (values.name && values.name === values.leaderName) wrong("leaderName", "leadsItself");
  const few = typeof values.memberCount === "number" && values.memberCount < 3;
  if (few && ["COMMITTEE", "GENERAL_BRANCH", "BRANCH"].includes(String(values.kind)))
    wrong("memberCount", "fewMembers", "warn");
  return problems;
}

export const partyOrgs: Sheet = {
  id: "party-orgs",
  title: { "zh-CN": "基层党组织花名册", en: "Roster of Party organizations" },
  columns,
  right: "partyOrg.change",
  unique: [["orgNo"], ["leaderName", "name"]],
  check,
};
