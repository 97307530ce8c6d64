/** The window and the freeze of the open year, for a place and all below it without their own. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { gateAt } from "../gate.ts";
import { SetCampaign } from "../input.ts";

export const setCampaign = command({
  name: "registry.setCampaign",
  tells: "registry.campaignSet",
  input: SetCampaign,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [place] = await sql<{ id: number; name: string }>`
      select id, name from division where id = ${divisionId} and level in ('PREFECTURE', 'COUNTY') and closed_on is null`;
    return place && reaches(viewer, place.id) ? place : null;
  },
  may: (viewer, place) => may(viewer, "registry.year", place.id),
  run: async (work, input, place) => {
    const read = (field: "opensOn" | "closesOn" | "frozenOn") => {
      const day = readDay(input[field] ?? "", work.today);
      if (!day) throw invalid({ [field]: [dayProblem(input[field] ?? "", work.today)] });
      return day;
    };
    const opensOn = read("opensOn");
    const closesOn = read("closesOn");
    const frozenOn = input.frozenOn === undefined ? null : read("frozenOn");
    if (closesOn < opensOn) throw rule("registry.closesFirst", undefined, "closesOn");
    if (frozenOn !== null && frozenOn < closesOn)
      throw rule("registry.frozenFirst", { day: closesOn }, "frozenOn");
    const { year } = await gateAt(work, place.id);
    const days = {
      opensOn: dayToColumn(opensOn),
      closesOn: dayToColumn(closesOn),
      frozenOn: frozenOn === null ? null : dayToColumn(frozenOn),
      accountId: work.viewer.accountId,
      accountName: work.viewer.name,
      setAt: new Date(),
    };
    await work.tx.adjustmentCampaign.upsert({
      where: { year_divisionId: { year, divisionId: place.id } },
      create: { ...days, year, divisionId: place.id },
      update: { ...days, version: { increment: 1 } },
    });
    return { id: place.id, year, opensOn, closesOn, frozenOn };
  },
  fact: ({ id, ...days }) => ({ subject: `division:${id}`, division: id, ...days }),
});
