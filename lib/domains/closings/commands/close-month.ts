/** closings.close: the prefecture closes the month whose turn it is before the clock does; a job counts and keeps the figures. */
import { lastDay } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { nextToClose } from "#lib/indicators/closing.ts";
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Fragment } from "#lib/platform/sql.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { CLOSING_JOB } from "../closing.ts";
import { CloseMonth } from "../input.ts";

export const closeMonthByHand = command({
  name: "closings.close",
  tells: "closing.asked",
  input: CloseMonth,
  subject: async ({ sql, viewer }) => {
    const [root] = await sql<{ id: number }>`select id from division where level = 'PREFECTURE'`;
    return root && reaches(viewer, root.id) ? root : null;
  },
  may: (viewer, root) => may(viewer, "closing.close", root.id),
  run: async (work, { period }, root) => {
    const next = await nextToClose(<Row>(fragment: Fragment) => work.sql<Row>`${fragment}`, work.today);
    if (period !== next) throw rule(period < next ? "closing.closed" : "closing.notNext", { period: next });
    if (lastDay(period) >= work.today) throw rule("closing.notEnded", { day: lastDay(period) });
    const [running] =
      await work.sql`select 1 from job where kind = ${CLOSING_JOB} and status in ('QUEUED', 'RUNNING')`;
    if (running) throw rule("closing.running");
    await enqueue(work, CLOSING_JOB, { period });
    return { period, root: root.id };
  },
  fact: ({ period, root }) => ({ subject: `closing:${period}`, division: root }),
});
