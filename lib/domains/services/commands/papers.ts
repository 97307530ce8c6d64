/** services.takePapers, services.askPapers: missing papers come in, or a handler finds that one more is needed. */
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { AskPapers, TakePapers } from "../input.ts";
import { atItsTime } from "../inside/at-its-time.ts";
import { atDesk, atDeskOrHandling, heldCase, stillRunning, told, writeDown } from "../inside/case.ts";
import { goOn, pause } from "../inside/pauses.ts";
import { MOST_PAPERS } from "../service.ts";

export const takePapers = command({
  name: "services.takePapers",
  tells: "serviceCase.papersTaken",
  input: TakePapers,
  subject: (work, { id }) => heldCase(work, id),
  may: atDesk,
  run: async (work, { id, papers, came, writtenAt }, one) => {
    stillRunning(one);
    const { atTime } = atItsTime(work, writtenAt);
    if (papers.length === 0) throw invalid({ papers: [{ key: "service.noPaper" }] });
    const taken = await work.sql<{ name: string }>`
      update service_paper set handed_on = ${atTime.today}::date where case_id = ${id}::uuid and handed_on is null and position = any (${papers}::int[]) returning name`;
    if (taken.length === 0) throw rule("service.papersThere", undefined, "papers");
    const [{ left } = { left: 0 }] = await work.sql<{ left: number }>`
      select count(*)::int as left from service_paper where case_id = ${id}::uuid and handed_on is null`;
    await writeDown(atTime, one, {
      kind: "PAPERS",
      came: came === "YES",
      note: taken.map(({ name }) => name).join("、"),
    });
    if (left === 0 && one.state === "PAUSED") await goOn(atTime, one);
    return { id, divisionId: one.divisionId, left };
  },
  fact: ({ left }, _input, one) => told(one, { left }),
});

export const askPapers = command({
  name: "services.askPapers",
  tells: "serviceCase.papersAsked",
  input: AskPapers,
  subject: async (work, { id }) => {
    const one = await heldCase(work, id);
    if (!one) return null;
    const [row] = await work.sql<{ mine: boolean }>`
      select exists (select 1 from service_part where case_id = ${id}::uuid and handler_id = ${work.viewer.accountId}) as mine`;
    return { ...one, mine: row?.mine === true };
  },
  may: (viewer, one) => one.mine || atDeskOrHandling(viewer, one),
  run: async (work, { id, name }, one) => {
    stillRunning(one);
    const papers = await work.sql<{ name: string; missing: boolean }>`
      select name, handed_on is null as missing from service_paper where case_id = ${id}::uuid`;
    if (papers.some((paper) => paper.name === name && paper.missing))
      throw rule("service.askedAlready", undefined, "name");
    if (papers.length >= 2 * MOST_PAPERS) throw rule("service.tooMany", undefined, "name");
    await work.sql`
      insert into service_paper (case_id, division_id, position, name) values (${id}::uuid, ${one.divisionId}, ${papers.length + 1}, ${name})`;
    await pause(work, one);
    await writeDown(work, one, { kind: "PAPERS_ASKED", note: name });
    return { id };
  },
  fact: (_result, _input, one) => told(one),
});
