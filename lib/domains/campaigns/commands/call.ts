/** campaigns.call, campaigns.end: a unit calls for every household to be visited once, or calls it off with the reason. */
import { addDays, addMonths, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { CallCampaign, EndCampaign } from "../input.ts";

type Place = { divisionId: number; name: string };

export const callCampaign = command({
  name: "campaigns.call",
  tells: "visitCampaign.called",
  input: CallCampaign,
  subject: async ({ sql, viewer }, { divisionId }): Promise<Place | null> => {
    const [place] = await sql<Place>`
      select id as "divisionId", name from division where id = ${divisionId} and closed_on is null and level <> 'VILLAGE'`;
    return place && reaches(viewer, place.divisionId) ? place : null;
  },
  may: (viewer, { divisionId }) => may(viewer, "pairing.edit", divisionId),
  run: async ({ sql, viewer, today }, { divisionId, name, covers, note, ...input }) => {
    const [fromOn, lastOn] = [readDay(input.fromOn, today), readDay(input.lastOn, today)];
    if (!fromOn) throw invalid({ fromOn: [dayProblem(input.fromOn, today)] });
    if (!lastOn) throw invalid({ lastOn: [dayProblem(input.lastOn, today)] });
    if (fromOn < addMonths(today, -3) || fromOn > addMonths(today, 12))
      throw invalid({ fromOn: [{ key: "campaign.days" }] });
    if (lastOn < fromOn || lastOn > addDays(fromOn, 366))
      throw invalid({ lastOn: [{ key: "campaign.ends", values: { day: fromOn } }] });
    const [same] =
      await sql`select 1 from visit_campaign where division_id = ${divisionId} and name = ${name} and ended_on is null and last_on >= ${fromOn}::date`;
    if (same) throw rule("campaign.already", { name }, "name");
    const [made] = await sql<{ id: string }>`
      insert into visit_campaign (division_id, name, from_on, last_on, covers, note, account_id, account_name)
      values (${divisionId}, ${name}, ${fromOn}::date, ${lastOn}::date, ${covers}, ${note}, ${viewer.accountId}, ${viewer.name}) returning id`;
    return { id: made!.id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `visitCampaign:${id}`, division: divisionId }),
});

export const endCampaign = command({
  name: "campaigns.end",
  tells: "visitCampaign.ended",
  input: EndCampaign,
  subject: async ({ sql, viewer }, { id }) => {
    const [held] = await sql<{ id: string; divisionId: number; endedOn: string | null }>`
      select id, division_id as "divisionId", ended_on::text as "endedOn" from visit_campaign where id = ${id}::uuid`;
    return held && reaches(viewer, held.divisionId) ? held : null;
  },
  may: (viewer, { divisionId }) => may(viewer, "pairing.edit", divisionId),
  run: async ({ sql, today }, { id, why }, { endedOn }) => {
    if (endedOn !== null) throw conflict("campaign.endedAlready");
    const ended =
      await sql`update visit_campaign set ended_on = ${today}::date, ended_why = ${why} where id = ${id}::uuid and ended_on is null returning id`;
    if (ended.length === 0) throw conflict();
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `visitCampaign:${id}`, division: divisionId }),
});
