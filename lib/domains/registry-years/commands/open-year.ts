/** Asks that the next year be opened for all villages: a job prepares it and then turns it at once. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { earliestOpening, OPENING_JOB } from "../campaign.ts";
import { gateAt } from "../gate.ts";
import { OpenYear } from "../input.ts";

export const openYear = command({
  name: "registry.openYear",
  tells: "registry.yearAsked",
  input: OpenYear,
  subject: async ({ sql, viewer }) => {
    const [root] = await sql<{ id: number }>`select id from division where level = 'PREFECTURE'`;
    return root && reaches(viewer, root.id) ? root : null;
  },
  may: (viewer, root) => may(viewer, "registry.year", root.id),
  run: async (work, input, root) => {
    const { year: now } = await gateAt(work, root.id);
    if (input.year !== now + 1) throw rule("registry.notNext", { year: now + 1 });
    const earliest = earliestOpening(now);
    if (work.today < earliest) throw rule("registry.tooEarly", { day: earliest });
    const before = await work.tx.yearOpening.findUnique({ where: { year: input.year } });
    // A job that died for good leaves its line behind; after an hour somebody may ask again.
    const stuck = before && Date.now() - before.askedAt.getTime() > 3_600_000;
    if (before && (before.status === "DONE" || (before.status === "PREPARING" && !stuck)))
      throw rule("registry.openingAlready", { name: before.accountName });
    const asked = {
      status: "PREPARING",
      accountId: work.viewer.accountId,
      accountName: work.viewer.name,
      askedAt: new Date(),
      finishedAt: null,
      jobId: await enqueue(work, OPENING_JOB, { year: input.year }),
    };
    await work.tx.yearOpening.upsert({
      where: { year: input.year },
      create: { ...asked, year: input.year },
      update: asked,
    });
    return { year: input.year, divisionId: root.id };
  },
  fact: ({ year, divisionId }) => ({ subject: `registryYear:${year}`, division: divisionId, year }),
});
