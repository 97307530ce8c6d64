/** reports.make: begins the report of a unit about a period; made twice, it is the same one. */
import { firstDay, type Period } from "#lib/base/period.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { MakeReport } from "../input.ts";
import { reportsAt, writesFor } from "../report.ts";

type Place = { id: number; level: string };

export const makeReport = command({
  name: "reports.make",
  tells: "report.made",
  input: MakeReport,
  subject: async ({ sql, viewer }, { unit }): Promise<Place | null> => {
    const [place] = await sql<Place>`
      select id, level from division where id = ${unit} and closed_on is null`;
    return place && reportsAt(place.level) && reaches(viewer, place.id) ? place : null;
  },
  may: (viewer, { id }) => writesFor(viewer, id),
  run: async ({ sql, tx, viewer, today }, { period }, { id: unit }) => {
    if (firstDay(period) > today) throw rule("report.notBegun");
    const made = await tx.$executeRaw`
      insert into report (division_id, period, account_id, account_name) values (${unit}, ${period}, ${viewer.accountId}, ${viewer.name})
      on conflict (division_id, period, revision) do nothing`;
    const [latest] = await sql<{ id: string }>`
      select id from report where division_id = ${unit} and period = ${period} order by revision desc limit 1`;
    return { id: latest!.id, unit, period: period as Period, repeated: made === 0 };
  },
  fact: ({ id, unit, period, repeated }) => ({
    ...{ subject: `report:${id}`, division: unit, period },
    ...(repeated ? { repeated } : {}),
  }),
});
