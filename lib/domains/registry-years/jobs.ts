/**
 * Opening a year in the background: village by village the rows of the new year are made where nobody sees them, then the year turns in
 * one transaction. Killed at any point it goes on where it was; cancelled it leaves nothing.
 */
import { may } from "#lib/domains/accounts/roles.ts";
import { type JobHandle, type JobHandler, Stopped } from "#lib/platform/jobs.ts";
import { refused } from "#lib/platform/problem.ts";
import { scopedRaw } from "#lib/platform/scope.ts";
import { OPENING_JOB } from "./campaign.ts";

/** How often it is told how far it is: each time costs a statement. */
const TOLD_EVERY = 10;

async function openYear(job: JobHandle): Promise<Record<string, unknown>> {
  const year = Number(job.payload.year);
  try {
    await mustStillMay(job);
    await job.pool.query("select sec.begin_year($1)", [year]);
    const villages = await villagesLeft(job, year);
    const { rows } = await job.pool.query<{ done: number }>(
      "select count(*)::int as done from year_opening_village where year = $1",
      [year],
    );
    const before = rows[0]?.done ?? 0;
    const total = before + villages.length;
    for (const [at, village] of villages.entries()) {
      await job.pool.query("select sec.prepare_village($1, $2)", [year, village]);
      if (at % TOLD_EVERY === 0) await job.progress(before + at + 1, total, "preparing");
    }
    await mustStillMay(job);
    await job.progress(total, total, "turning");
    await job.pool.query("select sec.turn_year($1)", [year]);
    return { year, villages: total };
  } catch (error) {
    if (error instanceof Stopped && (await wasCancelled(job)))
      await job.pool.query("select sec.give_up_year($1, 'CANCELLED')", [year]);
    throw error;
  }
}

/** The present rights of whoever asked, as they are now. */
async function mustStillMay(job: JobHandle): Promise<void> {
  const session = await job.asRequester();
  await scopedRaw(session, "begin", async (client, viewer) => {
    const { rows } = await client.query<{ id: number }>("select id from division where level = 'PREFECTURE'");
    if (!rows[0] || !may(viewer, "registry.year", rows[0].id)) throw refused();
  });
}

async function villagesLeft(job: JobHandle, year: number): Promise<number[]> {
  const { rows } = await job.pool.query<{ id: number }>(
    `select distinct h.division_id as id from household h
     where not exists (select 1 from year_opening_village v where v.year = $1 and v.division_id = h.division_id) order by 1`,
    [year],
  );
  return rows.map(({ id }) => id);
}

/** Another worker that took over is no reason to give up. */
async function wasCancelled(job: JobHandle): Promise<boolean> {
  const { rows } = await job.pool.query<{ cancelled: boolean }>(
    "select cancel_asked as cancelled from job where id = $1",
    [job.id],
  );
  return rows[0]?.cancelled ?? false;
}

export const registryJobs: Record<string, JobHandler> = { [OPENING_JOB]: openYear };
