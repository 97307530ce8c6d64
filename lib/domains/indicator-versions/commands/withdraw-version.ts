/** indicators.withdraw: takes back a version by which no month was told yet; it stays in the history with who withdrew it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { RECOUNT_JOB } from "../indicator-version.ts";
import { WithdrawVersion } from "../input.ts";
import { openFrom } from "../inside/proposed.ts";
import { oneAtATime, rootOf, told } from "../inside/publish.ts";

type Version = { indicator: string; fromOn: string; root: number };

export const withdrawVersion = command({
  name: "indicators.withdraw",
  tells: "indicator.withdrawn",
  input: WithdrawVersion,
  subject: async (work, { id }): Promise<Version | null> => {
    const [version] = await work.sql<Omit<Version, "root">>`
      select indicator, from_on::text as "fromOn" from indicator_version where id = ${id}::uuid and origin = 'OFFICE'`;
    const root = await rootOf(work);
    return version && root ? { ...version, root: root.id } : null;
  },
  may: (viewer, { root }) => may(viewer, "indicator.edit", root),
  run: async (work, { id }, version) => {
    await oneAtATime(work);
    const { tx, viewer } = work;
    const { indicator, fromOn, root } = version;
    if (fromOn < (await openFrom(work))) throw rule("indicators.toldAlready", { month: fromOn.slice(0, 7) });
    const [later] = await work.sql<{ day: string }>`
      select from_on::text as day from indicator_version where indicator = ${indicator} and from_on > ${fromOn}::date and withdrawn_at is null order by from_on limit 1`;
    if (later) throw rule("indicators.laterVersion", { month: later.day.slice(0, 7) });
    const taken = await tx.$executeRaw`
      update indicator_version set withdrawn_at = now(), withdrawn_by = ${viewer.accountId}, withdrawn_name = ${viewer.name}
      where id = ${id}::uuid and withdrawn_at is null`;
    if (taken === 0) throw rule("indicators.withdrawnAlready");
    await enqueue(work, RECOUNT_JOB, { indicator });
    work.note({
      ...{
        entity: "indicator",
        entityId: indicator,
        divisionId: root,
        field: fromOn,
        old: fromOn,
        new: null,
      },
    });
    return version;
  },
  fact: told,
});
