/** Adds words to a visit that was sent already (补充说明): by whoever went or wrote it down, under the day of adding; the visit stays as it is. */
import { writtenDay } from "#lib/base/written-day.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { notFound, rule } from "#lib/platform/problem.ts";
import { AddWords } from "../input.ts";
import { isOwn } from "../inside/is-own.ts";
import { MOST_ADDITIONS } from "../visit.ts";

type Subject = { id: string; householdId: string; divisionId: number; status: string; own: boolean };

export const addWords = command({
  name: "visits.addWords",
  tells: "visit.wordsAdded",
  input: AddWords,
  subject: async ({ sql, viewer }, { visitId }): Promise<Subject | null> => {
    const [visit] = await sql<Subject>`
      select v.id, v.household_id as "householdId", v.division_id as "divisionId", v.status, ${isOwn(viewer)} as own from visit v
      where v.id = ${visitId}::uuid and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })} for update of v`;
    return visit ?? null;
  },
  may: (_viewer, visit) => visit.own,
  run: async ({ sql, tx, viewer, today }, { id, words, writtenOn }, visit) => {
    if (visit.status === "WITHDRAWN") throw rule("visit.withdrawnAlready");
    const before = await sql<{ id: string; mine: boolean }>`
      select id, account_id = ${viewer.accountId} as mine from visit_addition where visit_id = ${visit.id}::uuid`;
    const result = { id, visitId: visit.id, householdId: visit.householdId, divisionId: visit.divisionId };
    if (before.some((one) => one.id === id && one.mine)) return { ...result, repeated: true };
    if (before.length >= MOST_ADDITIONS) throw rule("visit.additionsFull", { count: MOST_ADDITIONS });
    const added = await tx.$executeRaw`
      insert into visit_addition (id, visit_id, household_id, division_id, added_on, words, account_id, account_name)
      values (${id}::uuid, ${visit.id}::uuid, ${visit.householdId}::uuid, ${visit.divisionId}, ${writtenDay(writtenOn, today)}::date, ${words},
        ${viewer.accountId}, ${viewer.name})
      on conflict (id) do nothing`;
    if (added === 0) throw notFound(); // somebody else's number
    return { ...result, repeated: false };
  },
  fact: ({ id, visitId, householdId, divisionId, repeated }) => ({
    subject: `visit:${visitId}`,
    division: divisionId,
    household: householdId,
    ...{ addition: id, repeated },
  }),
});
