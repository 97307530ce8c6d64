// Sheet 11, 合作社（协会、基地）党建台账: one row per organization of the industry chain, with its villages, its Party members and the year's figures.
import type { CodeList } from "#lib/domains/households/codes.ts";
import { isCreditNumber, tidyCreditNumber } from "#lib/domains/industry/credit-number.ts";
import type { Column, Problem, Sheet, Values } from "../sheet.ts";
import { BASIS_WORDS } from "./party-orgs.ts";
import { reference } from "./reference-column.ts";

const word = (code: string, zh: string, en: string, ...aliases: string[]) => ({
  code,
  "zh-CN": zh,
  en,
  aliases,
});

const KIND_WORDS: CodeList = [
  word("COOPERATIVE", "农民专业合作社", "Cooperative", "合作社", "专业合作社", "农牧民专业合作社"),
  word("ASSOCIATION", "专业协会", "Association", "协会"),
  word("BASE", "产业基地", "Base", "基地"),
  word("MARKET", "农产品市场", "Market", "市场", "交易市场"),
  word("ENTERPRISE", "龙头企业", "Enterprise", "企业", "公司"),
  word("CREW", "施工队", "Crew", "民工施工队", "农牧民施工队"),
];
const FORM_WORDS: CodeList = [
  word("OWN", "单独组建", "Own organization", "单独建", "独立组建", "独立"),
  word("JOINT", "联合组建", "Joint organization", "联合建", "联建", "联合"),
  word("ATTACHED", "挂靠", "Attached", "挂靠组建", "党员挂靠"),
  word("NONE", "未覆盖", "Not covered", "未建", "未组建", "没有"),
];

const place = (key: string, zh: string, en: string, ...aliases: string[]): Column => ({
  key,
  label: { "zh-CN": zh, en },
  aliases,
  kind: "division",
});
const people = (key: string, zh: string, en: string, sample: string, ...aliases: string[]): Column => ({
  key,
  label: { "zh-CN": zh, en },
  aliases,
  kind: "integer",
  most: 999_999,
  sample,
});

const columns: Column[] = [
  { ...reference("seq", "序号", "No."), sample: "示例" },
  place("county", "县", "County", "县（区）", "县区", "所在县"),
  place("township", "乡（镇）", "Township", "乡镇", "所在乡镇"),
  place("village", "村", "Village", "所在村", "行政村", "注册地"),
  {
    key: "name",
    label: { "zh-CN": "名称", en: "Name" },
    aliases: ["合作社名称", "组织名称", "合作社（协会、基地）名称", "产业组织名称", "单位名称"],
    kind: "text",
    most: 60,
    required: true,
    sample: "吉塘村牦牛养殖专业合作社",
  },
  {
    key: "kind",
    label: { "zh-CN": "类型", en: "Kind" },
    aliases: ["组织类型", "类别"],
    kind: "choice",
    list: KIND_WORDS,
    sample: "农民专业合作社",
  },
  {
    key: "creditNo",
    label: { "zh-CN": "注册号", en: "Registration number" },
    aliases: ["统一社会信用代码", "信用代码", "社会信用代码", "注册登记号", "登记证号"],
    kind: "text",
    most: 40,
    note: {
      "zh-CN": "18 位统一社会信用代码；15 位旧注册号不收，换证后再填",
      en: "The unified social credit code of 18 characters; an old number of 15 digits is not taken",
    },
  },
  {
    key: "operator",
    label: { "zh-CN": "负责人", en: "Operator" },
    aliases: ["法定代表人", "理事长", "负责人姓名"],
    kind: "name",
    sample: "次仁",
  },
  {
    key: "coverage",
    label: { "zh-CN": "覆盖村", en: "Villages covered" },
    aliases: ["覆盖村（居）", "覆盖的村", "覆盖范围"],
    kind: "text",
    most: 500,
    required: true,
    sample: "吉塘村",
    note: { "zh-CN": "几个村用顿号隔开", en: "Several villages with 、 between them" },
  },
  people("memberCount", "社员数", "Members", "46", "社员人数", "成员数", "会员数"),
  people(
    "poorMembers",
    "其中贫困户",
    "Poor households among them",
    "18",
    "贫困户",
    "贫困户数",
    "其中贫困户数",
  ),
  people("partyMembers", "党员数", "Party members", "5", "党员人数", "党员"),
  people("fullMembers", "其中正式党员", "Full members among them", "4", "正式党员", "正式党员数"),
  {
    key: "form",
    label: { "zh-CN": "党组织形式", en: "Form of Party organization" },
    aliases: ["组建形式", "党组织组建形式", "党组织设置形式", "党的组织覆盖"],
    kind: "choice",
    list: FORM_WORDS,
    sample: "单独组建",
  },
  {
    key: "orgName",
    label: { "zh-CN": "党组织名称", en: "Its Party organization" },
    aliases: ["党组织", "党支部名称", "所在党组织", "党组织全称"],
    kind: "text",
    most: 60,
    sample: "吉塘村牦牛养殖专业合作社党支部",
    note: {
      "zh-CN": "单独、联合组建的党组织要先登记；空着就找“名称+党支部”",
      en: "An own or joint organization is registered before; left empty, the one named after the entity is meant",
    },
  },
  {
    key: "leaderName",
    label: { "zh-CN": "上级党组织", en: "Led by" },
    aliases: ["上级组织", "隶属党组织", "隶属"],
    kind: "text",
    most: 60,
    sample: "吉塘村党支部",
  },
  {
    key: "basis",
    label: { "zh-CN": "隶属依据", en: "Basis" },
    aliases: ["领导依据"],
    kind: "choice",
    list: BASIS_WORDS,
    sample: "由所在村党组织领导",
  },
  {
    key: "documentNo",
    label: { "zh-CN": "成立批复文号", en: "Document of founding" },
    aliases: ["批复文号", "文号", "批准文号"],
    kind: "text",
    most: 60,
  },
  {
    key: "outputFen",
    label: { "zh-CN": "年产值", en: "Output of the year" },
    aliases: ["产值", "年产值（元）"],
    kind: "money",
    least: 0,
    note: { "zh-CN": "单位：元；也可写 50 万", en: "In yuan" },
  },
  {
    key: "raisedFen",
    label: { "zh-CN": "带动户均增收", en: "Added income per household" },
    aliases: ["户均增收", "带动户均增收（元）"],
    kind: "money",
    least: 0,
    note: { "zh-CN": "单位：元", en: "In yuan" },
  },
  reference("remark", "备注", "Remark"),
];

/** An own or joint organization must be led by the rule, as the sheet itself says it. */
function check(values: Values): Problem[] {
  const problems: Problem[] = [];
  const wrong = (column: string, key: string, level: Problem["level"] = "error") =>
    problems.push({ column, key, level });
  const number = typeof values.creditNo === "string" ? tidyCreditNumber(values.creditNo) : "";
  if (/^\d{15}$/.test(number)) wrong("creditNo", "oldRegistration", "warn");
  else if (number !== "" && !isCreditNumber(number)) wrong("creditNo", "creditNo");
  const count = (key: string) => (typeof values[key] === "number" ? values[key] : null);
  const more = (part: string, whole: string, key: string) => {
    const [some, all] = [count(part), count(whole)];
    if (some !== null && all !== null && some > all) wrong(part, key);
  };
  more("poorMembers", "memberCount", "poorBeyondMembers");
  more("fullMembers", "partyMembers", "fullBeyondMembers");
  if ((values.form === "OWN" || values.form === "JOINT") && values.basis === "LINE")
    wrong("basis", "basisOfEntity");
  if (values.basis === "COUNTY_DESIGNATED" && !values.documentNo)
    wrong("documentNo", "affiliationDocumentNeeded");
  return problems;
}

export const industryLedger: Sheet = {
  id: "industry-ledger",
  title: { "zh-CN": "合作社（协会、基地）党建台账", en: "Ledger of the industry chain" },
  columns,
  unique: [["creditNo"], ["coverage", "name"]],
  check,
  right: "industry.edit",
};
