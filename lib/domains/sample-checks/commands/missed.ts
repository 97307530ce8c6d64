/** sampleChecks.addMissed, sampleChecks.withdrawMissed: a family outside the registry that should be in it, and one noted by mistake. */
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { AddMissed, WithdrawMissed } from "../input.ts";
import { type CheckSubject, dayOfCheck, heldCheck, seesRow, stillOpen } from "../inside/subject.ts";

export const addMissed = command({
  name: "sampleChecks.addMissed",
  tells: "sampleCheck.missed",
  input: AddMissed,
  subject: (work, { id }) => heldCheck(work, id),
  may: (_viewer, check) => check.checker,
  run: async (work, { village, words, ...input }, check) => {
    stillOpen(check);
    if (check.kind !== "IDENTIFICATION") throw rule("sample.onlyIdentification");
    const foundOn = dayOfCheck(input.foundOn, check, work.today, "foundOn");
    const [place] = await work.sql`
      select 1 from division d join division_closure c on c.node_id = d.id and c.to_on is null and c.ancestor_id = ${check.divisionId}
      where d.id = ${village} and d.level = 'VILLAGE' and d.closed_on is null`;
    if (!place) throw rule("sample.village", undefined, "village");
    await work.sql`
      insert into sample_missed (check_id, ordered_in, division_id, counted_in, found_on, words, account_id, account_name)
      values (${check.id}::uuid, ${check.divisionId}, ${village}, ${village}, ${foundOn}::date, ${words}, ${work.viewer.accountId}, ${work.viewer.name})`;
    return { id: check.id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `sampleCheck:${id}`, division: divisionId }),
});

type MissedSubject = CheckSubject & { missed: string; withdrawn: boolean };

export const withdrawMissed = command({
  name: "sampleChecks.withdrawMissed",
  tells: "sampleCheck.missedWithdrawn",
  input: WithdrawMissed,
  subject: async (work, { id }): Promise<MissedSubject | null> => {
    const [row] = await work.sql<{ check: string; withdrawn: boolean }>`
      select m.check_id as "check", m.withdrawn_at is not null as withdrawn from sample_missed m where m.id = ${id}::uuid and ${seesRow(work.viewer, "m")}`;
    const check = row ? await heldCheck(work, row.check) : null;
    return check && row ? { ...check, missed: id, withdrawn: row.withdrawn } : null;
  },
  may: (_viewer, { checker }) => checker,
  run: async (work, _input, check) => {
    stillOpen(check);
    if (check.withdrawn) throw conflict("sample.withdrawnAlready");
    await work.sql`update sample_missed set withdrawn_at = now() where id = ${check.missed}::uuid`;
    return { id: check.id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `sampleCheck:${id}`, division: divisionId }),
});
