/** needs.raise: a household or a village asks for something; by itself, or heard on a visit in the visit's own transaction. Stored once however often it is sent. */
import { daysBetween } from "#lib/base/calendar.ts";
import { writtenDay } from "#lib/base/written-day.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, notFound } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { needCategories } from "../categories.ts";
import { RaiseNeed } from "../input.ts";
import { limitInForce, newDue } from "../inside/clock.ts";
import { dayTyped } from "../inside/step.ts";
import { mayRaise } from "../policy.ts";

type Subject = { householdId: string | null; divisionId: number; about: string };

export const raiseNeed = command({
  name: "needs.raise",
  tells: "need.raised",
  input: RaiseNeed,
  subject: async ({ sql }, { householdId, villageId }): Promise<Subject | null> => {
    if (householdId) {
      const [household] = await sql<Subject>`
        select id as "householdId", division_id as "divisionId", head_name as about from household where id = ${householdId}::uuid`;
      return household ?? null;
    }
    const [village] = await sql<{ divisionId: number; about: string }>`
      select id as "divisionId", name as about from division where id = ${villageId ?? null}::int and level = 'VILLAGE' and closed_on is null`;
    return village ? { ...village, householdId: null } : null;
  },
  may: mayRaise,
  run: async (work, input, subject) => {
    const { id, category, urgency, source, words, visitId } = input;
    const { sql, tx, today, viewer } = work;
    const result = { id, householdId: subject.householdId, divisionId: subject.divisionId };
    const [before] = await sql<{ mine: boolean }>`
      select raised_by = ${viewer.accountId} and division_id = ${subject.divisionId} and household_id is not distinct from ${subject.householdId}::uuid as mine
      from need where id = ${id}::uuid`;
    if (before && !before.mine) throw notFound();
    if (before) return { ...result, repeated: true };
    const lateDays = await numberInForce(sql, "late-days", today, subject.divisionId);
    const raisedOn = dayTyped(input.raisedOn, "raisedOn", today, "0001-01-01");
    if (daysBetween(raisedOn, writtenDay(input.writtenOn, today)) > lateDays)
      throw invalid({ raisedOn: [{ key: "visit.tooLate", values: { days: lateDays } }] });
    if (!(await isOffered(work, category))) throw invalid({ category: [{ key: "choose" }] });
    const limit = await limitInForce(work, subject.divisionId, category, urgency);
    const dueOn = await newDue(work, limit, raisedOn);
    const made = await tx.$executeRaw`
      insert into need (id, household_id, division_id, counted_in, about, visit_id, source, category, urgency, words, raised_on, raised_by, raised_by_name,
        limit_days, due_on, first_due_on)
      values (${id}::uuid, ${subject.householdId}::uuid, ${subject.divisionId},
        coalesce((select s.division_id from household_spell s where s.household_id = ${subject.householdId}::uuid and s.from_on <= ${raisedOn}::date
          and (s.to_on is null or s.to_on > ${raisedOn}::date)), ${subject.divisionId}),
        ${subject.about}, ${visitId ?? null}::uuid, ${source}, ${category}, ${urgency}, ${words}, ${raisedOn}::date, ${viewer.accountId}, ${viewer.name},
        ${limit}, ${dueOn}::date, ${dueOn}::date)
      on conflict (id) do nothing`;
    if (made === 0) throw notFound();
    return { ...result, repeated: false };
  },
  fact: ({ id, householdId, divisionId, repeated }, { category, urgency, visitId }) => ({
    subject: `need:${id}`,
    division: divisionId,
    household: householdId,
    category,
    urgency,
    ...(visitId ? { visit: visitId } : {}),
    ...(repeated ? { repeated } : {}),
  }),
});

async function isOffered({ sql, today }: Work, category: string): Promise<boolean> {
  const entries = await needCategories(sql);
  return entries.some(
    ({ code, retiredOn }) => code === category && (retiredOn === null || retiredOn > today),
  );
}
