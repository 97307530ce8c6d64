// What hangs on the field in each place: the resident team, duties of Party members, and a campaign of visits, and what a phone sealed.
import type { TestDatabase } from "#tests/support/database.ts";
import { type CampaignTarget, campaignIds, plantCampaign } from "./ground-campaigns.ts";
import { type DutyTarget, dutyIds, plantDuties } from "./ground-duties.ts";
import { type InstructionTarget, instructionIds, plantInstructions } from "./ground-instructions.ts";
import { type MapTarget, mapIds, plantMap } from "./ground-maps.ts";
import { type PhoneTarget, phoneIds, plantPhone } from "./ground-phones.ts";
import { plantReports, type ReportTarget, reportIds } from "./ground-reports.ts";
import { plantTable, type TableTarget, tableIds } from "./ground-tables.ts";
import { plantTeam, type TeamTarget, teamIds } from "./ground-teams.ts";

export type FieldTarget = TeamTarget &
  DutyTarget &
  CampaignTarget &
  PhoneTarget &
  InstructionTarget &
  TableTarget &
  ReportTarget &
  MapTarget;
export const fieldIds = (id: (name: string) => string): FieldTarget => ({
  ...teamIds(id),
  ...dutyIds(id),
  ...campaignIds(id),
  ...phoneIds(id),
  ...instructionIds(id),
  ...tableIds(id),
  ...reportIds(id),
  ...mapIds(id),
});

type Planted = Parameters<typeof plantTeam>[1] &
  Parameters<typeof plantDuties>[1] &
  Parameters<typeof plantPhone>[1] &
  InstructionTarget &
  TableTarget &
  Parameters<typeof plantReports>[1] &
  MapTarget &
  CampaignTarget;

export async function plantField(look: TestDatabase["look"], planted: Planted): Promise<void> {
  await plantTeam(look, planted);
  await plantDuties(look, planted);
  await plantCampaign(look, planted);
  await plantPhone(look, planted);
  await plantInstructions(look, planted);
  await plantTable(look, planted);
  await plantReports(look, planted);
  await plantMap(look, planted);
}
