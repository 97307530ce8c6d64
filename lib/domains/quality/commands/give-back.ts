/** quality.giveBack: the township gives a village's year back with the reason; never whoever handed it in. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { VillageYear } from "../finding.ts";
import { GiveBack } from "../input.ts";

type HandedIn = VillageYear & { id: string; accountId: number; status: string };

export const giveBack = command({
  name: "quality.giveBack",
  tells: "registryYear.givenBack",
  input: GiveBack,
  subject: async ({ sql }, { id }): Promise<HandedIn | null> => {
    const [one] = await sql<HandedIn>`
      select id, division_id as "divisionId", account_id as "accountId", year, households, status from quality_submission where id = ${id}::uuid for update`;
    return one ?? null;
  },
  may: (viewer, one) => may(viewer, "visit.review", one.divisionId) && one.accountId !== viewer.accountId,
  run: async ({ sql, viewer }, { id, reason }, one): Promise<VillageYear> => {
    if (one.status !== "SUBMITTED") throw conflict("quality.givenBackAlready");
    await sql`update quality_submission set status = 'RETURNED', returned_by = ${viewer.accountId}, returned_by_name = ${viewer.name}, returned_at = now(), reason = ${reason}
      where id = ${id}::uuid`;
    return { divisionId: one.divisionId, year: one.year, households: one.households };
  },
  fact: ({ divisionId, year }) => ({ subject: `division:${divisionId}`, division: divisionId, year }),
});
