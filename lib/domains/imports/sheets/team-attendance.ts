// Sheet 9, its second half 考勤表: one row per member and month, with a column for every day and the signs of the paper form.
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { DAYS, dayKey, isReal, MARKS, marksOf, monthOf } from "./attendance-marks.ts";
import { sendingUnit, TEAM_PLACE, teamMemberName } from "./place-columns.ts";
import { reference } from "./reference-column.ts";

const SIGNS = {
  "zh-CN": "√ 在村，○ 出差，◇ 培训，△ 请假，▽ 病假，× 旷岗；没有记的空着",
  en: "√ in the village, ○ errand, ◇ training, △ leave, ▽ sick leave, × absent; left blank where nothing is known",
};

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  ...TEAM_PLACE,
  teamMemberName,
  sendingUnit({
    note: { "zh-CN": "同村有同名队员时才需要", en: "Only where two members of a village bear one name" },
  }),
  {
    key: "month",
    label: { "zh-CN": "月份", en: "Month" },
    aliases: ["考勤月份", "年月", "月"],
    kind: "text",
    most: 20,
    required: true,
    sample: "2026-10",
    note: { "zh-CN": "如 2026-10", en: "As 2026-10" },
  },
  ...DAYS.map(
    (day): Column => ({
      key: dayKey(day),
      label: { "zh-CN": `${day}日`, en: `Day ${day}` },
      aliases: [`${day}`, `${day}号`],
      kind: "choice",
      list: MARKS,
      note: SIGNS,
      ...(day < 4 ? { sample: "√" } : {}),
    }),
  ),
  reference("inVillage", "在村天数", "Days in the village", "在村合计", "出勤天数", "合计"),
  {
    key: "why",
    label: { "zh-CN": "说明", en: "Reason" },
    aliases: ["备注", "原因", "更正原因"],
    kind: "text",
    most: 200,
    note: {
      "zh-CN": "有旷岗，或与已记的日子不同时，写清原因",
      en: "Where somebody was absent, or a day differs from what is on record",
    },
  },
];

function check(values: Values, { year, today }: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string): unknown => problems.push({ column, key, level: "error" });
  if (typeof values.month !== "string") return problems;
  const month = monthOf(values.month, year);
  if (month === null) tell("month", "attendanceMonth");
  else if (month > today) tell("month", "attendanceAhead");
  else
    for (const mark of marksOf(values, month))
      if (!isReal(mark)) tell(mark.key, "attendanceNoDay");
      else if (mark.on > today) tell(mark.key, "attendanceAhead");
  return problems;
}

export const teamAttendance: Sheet = {
  id: "team-attendance",
  title: { "zh-CN": "驻村工作队考勤表", en: "Attendance of resident teams" },
  columns,
  // Known by village, name and month, which only the comparison can tell apart.
  unique: [],
  right: "team.edit",
  legend: `说明：${SIGNS["zh-CN"]}`,
  check,
};
