// What hangs on the field in each place: the resident team, and duties of Party members.
import type { TestDatabase } from "#tests/support/database.ts";
import { type DutyTarget, dutyIds, plantDuties } from "./ground-duties.ts";
import { plantTeam, type TeamTarget, teamIds } from "./ground-teams.ts";

export type FieldTarget = TeamTarget & DutyTarget;
export const fieldIds = (id: (name: string) => string): FieldTarget => ({ ...teamIds(id), ...dutyIds(id) });

type Planted = Parameters<typeof plantTeam>[1] & Parameters<typeof plantDuties>[1];

export async function plantField(look: TestDatabase["look"], planted: Planted): Promise<void> {
  await plantTeam(look, planted);
  await plantDuties(look, planted);
}
