/** quality.handIn: a village hands the year of its registry in: no error is left, and every warning has a note by name. */
import { may } from "#lib/domains/accounts/roles.ts";
import { openYear } from "#lib/domains/households/open-year.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { VillageYear } from "../finding.ts";
import { HandIn } from "../input.ts";
import { KEPT } from "../inside/record.ts";

type Village = { id: number; name: string; waits: boolean };
type Counts = { errors: number; open: number; confirmed: number; households: number; persons: number };

export const handIn = command({
  name: "quality.handIn",
  tells: "registryYear.handedIn",
  input: HandIn,
  subject: async ({ sql }, { divisionId }): Promise<Village | null> => {
    const [village] = await sql<Village>`
      select id, name, sec.quality_waits(id) as waits from division where id = ${divisionId} and level = 'VILLAGE' and closed_on is null`;
    return village ?? null;
  },
  may: (viewer, village) => may(viewer, "household.edit", village.id),
  run: async ({ sql, tx, viewer }, _input, village): Promise<VillageYear> => {
    const year = await openYear({ sql });
    if (village.waits) throw rule("quality.stillChecking");
    const [last] = await sql<{ status: string }>`
      select status from quality_submission where division_id = ${village.id} and year = ${year} order by submitted_at desc limit 1`;
    if (last?.status === "SUBMITTED") throw conflict("quality.handedInAlready");
    const [found] = await sql<Counts>`
      with here as (select node_id from division_closure where ancestor_id = ${village.id} and to_on is null),
        f as (select * from quality_finding where gone_on is null and division_id in (select node_id from here)),
        h as (select * from household where division_id in (select node_id from here) and status = any (${[...KEPT]}::text[]))
      select (select count(*)::int from f where severity = 'ERROR') as errors, (select count(*)::int from f where severity = 'WARN' and confirmed_by is null) as open,
        (select count(*)::int from f where confirmed_by is not null) as confirmed, (select count(*)::int from h) as households,
        (select coalesce(sum(member_count), 0)::int from h) as persons`;
    const { errors, open, ...counts } = found!;
    if (counts.households === 0) throw rule("quality.nothingToHandIn");
    if (errors > 0 || open > 0) throw rule("quality.notReady", { errors, open });
    const { accountId, name: accountName } = viewer;
    await tx.qualitySubmission.create({
      data: { divisionId: village.id, year, status: "SUBMITTED", ...counts, accountId, accountName },
    });
    return { divisionId: village.id, year, households: counts.households };
  },
  fact: ({ divisionId, year, households }) => ({
    subject: `division:${divisionId}`,
    division: divisionId,
    year,
    households,
  }),
});
