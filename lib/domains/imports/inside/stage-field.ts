/** How rows of the field are staged: visits, needs of households and villages, members of resident teams, and duties of Party members. */
import type { Values } from "../sheet.ts";
import { isReal, marksOf, monthOf } from "../sheets/attendance-marks.ts";
import { starsOf } from "../sheets/duty-readings.ts";
import { NEED_SAID, needOwner } from "../sheets/need-ledger.ts";
import { teamRolesOf } from "../sheets/team-readings.ts";
import { goodsFen, noteOf, situationOf, topicsOf, visitorsOf } from "../sheets/visit-readings.ts";
import { named, pick, text } from "./staged-parts.ts";
import type { Staged } from "./staged-values.ts";

export const fieldStages: Record<string, (values: Values, year: number) => Staged> = {
  "need-ledger": (values) => ({
    name: text(needOwner(values).headName) ?? "",
    householdNo: text(values.householdNo),
    need: pick(values, NEED_SAID),
  }),
  "team-roster": (values) => ({
    ...named(values.name),
    team: {
      ...pick(values, ["unit", "post", "batch", "fromOn", "dueOn", "orgMoved", "mobile"]),
      ...(values.roles ? { roles: teamRolesOf(String(values.roles)) ?? [] } : {}),
    },
  }),
  "team-attendance": (values, year) => {
    const month = monthOf(text(values.month) ?? "", year);
    return {
      name: text(values.name) ?? "",
      attendance: {
        month,
        unit: text(values.unit) ?? null,
        why: text(values.why) ?? null,
        marks: month === null ? [] : marksOf(values, month).filter(isReal),
      },
    };
  },
  "member-duties": (values) => ({
    name: text(values.name) ?? "",
    duty: {
      ...pick(values, ["orgName", "kind", "postName", "duties", "promise", "signedOn", "half"]),
      ...(values.stars ? { stars: starsOf(String(values.stars)) } : {}),
    },
  }),
  "visit-record": (values) => ({
    name: text(values.headName) ?? "",
    householdNo: text(values.householdNo),
    visit: {
      ...pick(values, ["visitedOn", "unit", "metWith", "help", "goods", "standIn"]),
      kind: values.kind ?? "HOME",
      situation: situationOf(values),
      visitors: visitorsOf(text(values.visitors) ?? ""),
      topics: topicsOf(text(values.topics) ?? ""),
      note: noteOf(values),
      goods_fen: values.goods ? goodsFen(String(values.goods)) : null,
      ...(values.category ? {} : pick(values, ["asked"])),
    },
    ...(values.category && values.asked
      ? {
          need: {
            source: "VISIT",
            category: values.category,
            words: values.asked,
            raised_on: values.visitedOn ?? null,
          },
        }
      : {}),
  }),
};
