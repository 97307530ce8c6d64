// A campaign of visits that each place called for; its name is no secret.
import type { TestDatabase } from "#tests/support/database.ts";

export type CampaignTarget = { campaign: string };
export const campaignIds = (id: (name: string) => string): CampaignTarget => ({ campaign: id("campaign") });

export async function plantCampaign(
  look: TestDatabase["look"],
  { campaign, node }: CampaignTarget & { node: number },
): Promise<void> {
  await look(
    "insert into visit_campaign (id, division_id, name, from_on, last_on, covers, account_id, account_name) values ($1, $2, '大走访', '2026-01-01', '2026-12-31', 'ALL', 0, '')",
    [campaign, node],
  );
}
