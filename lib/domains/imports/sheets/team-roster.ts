// Sheet 9, 第一书记及驻村工作队花名册: one row per member, who is sent by which unit to live in which village, as what, since when.
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { sendingUnit, TEAM_PLACE, teamMemberName } from "./place-columns.ts";
import { reference } from "./reference-column.ts";
import { teamRolesOf } from "./team-readings.ts";

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  ...TEAM_PLACE,
  reference("villageKind", "村类型", "Kind of village", "村类别"),
  teamMemberName,
  reference("sex", "性别", "Sex"),
  reference("ethnicity", "民族", "Ethnicity"),
  reference("birth", "出生年月", "Born", "出生日期"),
  reference("politics", "政治面貌", "Political status"),
  reference("schooling", "学历", "Education", "文化程度"),
  sendingUnit({ required: true, sample: "察雅县农牧局" }),
  reference("unitLevel", "单位层级", "Level of the unit", "单位级别"),
  {
    key: "post",
    label: { "zh-CN": "职务职级", en: "Post" },
    aliases: ["职务", "职级", "现任职务", "原职务"],
    kind: "text",
    most: 40,
    sample: "科员",
  },
  {
    key: "roles",
    label: { "zh-CN": "驻村职务", en: "In the team as" },
    aliases: ["队内职务", "担任职务", "驻村身份", "身份"],
    kind: "text",
    most: 40,
    sample: "第一书记、队长",
    note: {
      "zh-CN": "队长、第一书记、队员；兼任的用顿号隔开；不填就是队员",
      en: "Leader, first secretary or member, several parted by commas; left blank, a member",
    },
  },
  {
    key: "batch",
    label: { "zh-CN": "批次", en: "Batch" },
    aliases: ["驻村批次", "选派批次"],
    kind: "text",
    most: 40,
    required: true,
    sample: "第十批",
  },
  {
    key: "fromOn",
    label: { "zh-CN": "到岗日期", en: "Since" },
    aliases: ["到岗时间", "到村时间", "驻村时间", "进驻日期", "开始时间"],
    kind: "date",
    required: true,
    sample: "2026-01-05",
  },
  {
    key: "dueOn",
    label: { "zh-CN": "期满日期", en: "Due to leave" },
    aliases: ["期满时间", "到期日期", "结束时间"],
    kind: "date",
    sample: "2027-12-31",
  },
  {
    key: "orgMoved",
    label: { "zh-CN": "党组织关系是否转入", en: "Party relation moved here" },
    aliases: ["党组织关系转入", "组织关系是否转入", "组织关系", "党组织关系"],
    kind: "yesNo",
  },
  {
    key: "mobile",
    label: { "zh-CN": "电话", en: "Phone" },
    aliases: ["联系电话", "手机", "手机号"],
    kind: "phone",
  },
  reference("remark", "备注", "Remark"),
];

function check(values: Values, { today }: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string): unknown => problems.push({ column, key, level: "error" });
  const { fromOn, dueOn } = values;
  if (typeof fromOn === "string" && fromOn > today) tell("fromOn", "needAhead");
  if (typeof fromOn === "string" && typeof dueOn === "string" && dueOn <= fromOn)
    tell("dueOn", "daysBackward");
  if (typeof values.roles === "string" && teamRolesOf(values.roles) === null) tell("roles", "teamRole");
  if (typeof values.unit === "string" && [...values.unit].length < 2) tell("unit", "nameLength");
  if (typeof values.batch === "string" && [...values.batch].length < 2) tell("batch", "nameLength");
  return problems;
}

export const teamRoster: Sheet = {
  id: "team-roster",
  title: { "zh-CN": "第一书记及驻村工作队花名册", en: "Roster of resident teams" },
  columns,
  // Known by village and name, which only the comparison can tell apart.
  unique: [],
  right: "team.edit",
  check,
};
