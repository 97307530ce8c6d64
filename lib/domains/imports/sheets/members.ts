// Sheet 10, 党员花名册: one row per Party member, who stands in the roster of an organization of the registry.
import { EDUCATIONS, ETHNICITIES, MEMBER_GROUPS, SEXES } from "#lib/domains/households/codes.ts";
import { ageOn, YOUNGEST } from "#lib/domains/members/member.ts";
import { readBothDays } from "../inside/both-days-readings.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { reference } from "./reference-column.ts";

const columns: Column[] = [
  { ...reference("seq", "序号", "No."), sample: "示例" },
  {
    key: "orgName",
    label: { "zh-CN": "所在党组织", en: "Organization" },
    aliases: ["党组织全称", "党组织名称", "党支部", "所在党支部", "所属党支部", "支部名称", "组织名称"],
    kind: "text",
    most: 60,
    required: true,
    sample: "吉塘村党支部",
  },
  {
    key: "orgNo",
    label: { "zh-CN": "组织编号", en: "Organization number" },
    aliases: ["党组织编号", "组织代码", "党组织代码"],
    kind: "integer",
    least: 1,
    most: 2_000_000_000,
    note: {
      "zh-CN": "有几个同名的党组织时填，见导出的党组织花名册",
      en: "Where organizations share a name; see the exported roster of organizations",
    },
  },
  {
    key: "name",
    label: { "zh-CN": "姓名", en: "Name" },
    aliases: ["党员姓名"],
    kind: "name",
    required: true,
    sample: "白玛",
  },
  { key: "sex", label: { "zh-CN": "性别", en: "Sex" }, kind: "choice", list: SEXES, sample: "男" },
  {
    key: "ethnicity",
    label: { "zh-CN": "民族", en: "Nation" },
    kind: "choice",
    list: ETHNICITIES,
    sample: "藏族",
  },
  {
    key: "birthOn",
    label: { "zh-CN": "出生年月", en: "Born" },
    aliases: ["出生日期", "出生年月日", "生日"],
    kind: "date",
    sample: "1985-03-18",
  },
  {
    key: "idNo",
    label: { "zh-CN": "身份证号", en: "ID number (optional)" },
    aliases: ["身份证号码", "公民身份号码", "证件号码", "证件号"],
    kind: "idNo",
    note: {
      "zh-CN": "填了就按号码认人；不填按党组织、姓名和出生年月认",
      en: "Recognizes the person; left blank, organization, name and birth do",
    },
  },
  {
    key: "education",
    label: { "zh-CN": "学历", en: "Education" },
    aliases: ["文化程度", "学历情况"],
    kind: "choice",
    list: EDUCATIONS,
    sample: "初中",
  },
  {
    key: "memberGroup",
    label: { "zh-CN": "党员群体", en: "Group" },
    aliases: ["人员类别", "党员类别", "身份", "职业", "群体"],
    kind: "choice",
    list: MEMBER_GROUPS,
    sample: "农牧民",
    note: { "zh-CN": "新登记的不填就是农牧民", en: "Left blank for a new member, farmer or herder" },
  },
  {
    key: "joinedOn",
    label: { "zh-CN": "入党日期", en: "Admitted on" },
    aliases: ["入党时间", "加入党组织日期", "加入中共日期", "入党年月"],
    kind: "date",
    sample: "2010-07-01",
  },
  {
    key: "fullOn",
    label: { "zh-CN": "转正日期", en: "Full member since" },
    aliases: ["转正时间", "转为正式党员日期", "转正年月"],
    kind: "date",
    sample: "2011-07-01",
    note: { "zh-CN": "预备党员不填", en: "Left blank for a probationary member" },
  },
  {
    key: "bothDays",
    label: { "zh-CN": "入党/转正日期", en: "Admitted / full member" },
    aliases: ["入党转正日期", "入党及转正日期", "入党和转正日期"],
    kind: "text",
    most: 60,
    note: {
      "zh-CN": "两个日期写在一格时用，如 2010-07-01/2011-07-01",
      en: "For both days in one cell, such as 2010-07-01/2011-07-01",
    },
  },
  {
    key: "fromOn",
    label: { "zh-CN": "进入本组织日期", en: "In this organization since" },
    aliases: ["进入支部日期", "转入日期", "组织关系转入日期", "到本支部日期"],
    kind: "date",
    note: { "zh-CN": "不填就从写入那天起在花名册里", en: "Left blank, since the day on which it goes in" },
  },
  {
    key: "partyPost",
    label: { "zh-CN": "党内职务", en: "Party post" },
    aliases: ["党内任职", "职务", "支部职务"],
    kind: "text",
    most: 40,
    sample: "组织委员",
  },
  {
    key: "noPost",
    label: { "zh-CN": "是否无职", en: "Without a post" },
    aliases: ["无职党员", "是否无职党员", "无职"],
    kind: "yesNo",
    sample: "否",
  },
  {
    key: "duty",
    label: { "zh-CN": "岗位", en: "Duty" },
    aliases: ["设岗定责岗位", "岗位名称", "认领岗位"],
    kind: "text",
    most: 60,
  },
  reference("linkedHouseholds", "联系户", "Linked households", "联系户数", "联户"),
  {
    key: "prosperityLeader",
    label: { "zh-CN": "致富带头人", en: "Prosperity leader" },
    aliases: ["是否致富带头人", "致富能手"],
    kind: "yesNo",
    sample: "否",
  },
  {
    key: "mobileTo",
    label: { "zh-CN": "流动去向", en: "Away in" },
    aliases: ["流动党员去向", "外出去向", "流出地", "外出地点"],
    kind: "text",
    most: 80,
  },
  {
    key: "disabled",
    label: { "zh-CN": "失能", en: "Disabled" },
    aliases: ["是否失能", "失能党员"],
    kind: "yesNo",
  },
  {
    key: "frail",
    label: { "zh-CN": "年老体弱", en: "Old and frail" },
    aliases: ["是否年老体弱", "年老体弱党员"],
    kind: "yesNo",
  },
  {
    key: "phone",
    label: { "zh-CN": "联系电话", en: "Telephone" },
    aliases: ["电话", "手机号", "手机号码"],
    kind: "phone",
  },
  {
    ...reference("memberStatus", "党员状态", "Status"),
    kind: "choice",
    list: [
      { code: "ACTIVE", "zh-CN": "在册", en: "On the rolls" },
      { code: "OUT", "zh-CN": "转出", en: "Left the prefecture" },
      { code: "DIED", "zh-CN": "去世", en: "Died" },
      { code: "EXPELLED", "zh-CN": "出党", en: "No longer a member" },
    ],
  },
  reference("remark", "备注", "Remark"),
];

function check(values: Values, { today }: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string, level: Problem["level"] = "error") =>
    problems.push({ column, key, level });
  const both = values.bothDays ? readBothDays(String(values.bothDays), today) : null;
  if (values.bothDays && !both) tell("bothDays", "bothDays");
  const joined = values.joinedOn ?? both?.joinedOn;
  const full = values.fullOn ?? both?.fullOn;
  const birth = values.idNoBirth ?? values.birthOn;
  const dates = [
    ["joinedOn", joined],
    ["fullOn", full],
    ["fromOn", values.fromOn],
  ] as const;
  for (const [column, day] of dates) if (typeof day === "string" && day > today) tell(column, "dayAhead");
  if (typeof joined === "string") {
    if (typeof full === "string" && full < joined) tell("fullOn", "fullEarly");
    if (typeof values.fromOn === "string" && values.fromOn < joined) tell("fromOn", "entryEarly");
    if (typeof birth === "string" && ageOn(birth, joined) < YOUNGEST) tell("joinedOn", "joinedYoung");
  }
  if (typeof birth === "string" && birth > today) tell(values.idNoBirth ? "idNo" : "birthOn", "birthAhead");
  if (
    values.idNoBirth &&
    values.birthOn &&
    values.birthOn.toString().slice(0, 7) !== String(values.idNoBirth).slice(0, 7)
  )
    tell("birthOn", "birthDiffers", "warn");
  if (values.idNoSex && values.sex && values.sex !== values.idNoSex) tell("sex", "sexDiffers", "warn");
  if (values.noPost === true && values.partyPost) tell("noPost", "postDespite", "warn");
  return problems;
}

export const members: Sheet = {
  id: "members",
  title: { "zh-CN": "党员花名册", en: "Roster of Party members" },
  columns,
  unique: [["idNoPerson"]],
  right: "member.edit",
  check,
};
