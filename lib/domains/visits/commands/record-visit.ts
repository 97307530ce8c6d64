/** Records a visit in one step: stored once however often it is sent, counted for whoever went, on the day it was made. */
import { daysBetween, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { writtenDay } from "#lib/base/written-day.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { tellFact } from "#lib/domains/households/commands/tell-fact.ts";
import { raiseNeed } from "#lib/domains/needs/commands/raise-need.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, notFound, Problem, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { RecordVisit } from "../input.ts";
import { lastVisitMoves } from "../inside/last-visit.ts";
import { partOf, toldFacts } from "../told-facts.ts";
import { isRemote } from "../visit.ts";

type Subject = { id: string; divisionId: number; headName: string };

export const recordVisit = command({
  name: "visits.record",
  tells: "visit.recorded",
  input: RecordVisit,
  subject: async ({ sql }, { householdId }): Promise<Subject | null> => {
    const [row] = await sql<Subject>`
      select id, division_id as "divisionId", head_name as "headName" from household where id = ${householdId}::uuid`;
    return row ?? null;
  },
  may: (viewer, household) =>
    viewer.households.includes(household.id) || may(viewer, "visit.record", household.divisionId),
  run: async (work, input, household) => {
    const writtenOn = writtenDay(input.writtenOn, work.today);
    const visitedOn = visitDay(
      input.visitedOn,
      writtenOn,
      await numberInForce(work.sql, "late-days", work.today, household.divisionId),
    );
    const person = work.viewer.personId;
    if (!person) throw rule("visit.accountWithoutPerson");
    const mine = await pairedThen(work, household.id, person, visitedOn);
    if (!mine && !input.standInReason) throw rule("visit.standInReason", undefined, "standInReason");
    if (saysNothing(input)) throw invalid({ note: [{ key: "visit.whatChanged" }] });
    const late = visitedOn < writtenOn;
    const stored = await store(work, input, household, visitedOn, late, mine);
    const result = {
      id: input.id,
      householdId: household.id,
      divisionId: household.divisionId,
      visitedOn,
      late,
      next: input.next,
    };
    await needHeard(work, input, household, visitedOn);
    await factsChanged(work, input);
    if (!stored) return { ...(await sameAsBefore(work, input, result)), repeated: true };
    await work.tx
      .$executeRaw`insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on, remote)
      values (${input.id}::uuid, ${person}::uuid, ${work.viewer.name}, ${household.id}::uuid, ${household.divisionId}, ${visitedOn}::date, ${isRemote(input.kind)})`;
    await lastVisitMoves(work, household.id);
    return { ...result, repeated: false };
  },
  fact: (result, input) => ({
    subject: `visit:${result.id}`,
    division: result.divisionId,
    household: result.householdId,
    on: result.visitedOn,
    kind: input.kind,
    situation: input.situation,
    late: result.late,
    repeated: result.repeated,
  }),
});

/** “Something changed” alone is of no use to whoever reads it. */
const saysNothing = ({ situation, facts, note, toldApart }: RecordVisit) =>
  situation === "CHANGED" && facts.length === 0 && !note && !toldApart;

function visitDay(typed: string, today: string, lateDays: number): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ visitedOn: [dayProblem(typed, today)] });
  const ago = daysBetween(day, today);
  if (ago < 0) throw invalid({ visitedOn: [{ key: "visit.notYet" }] });
  if (ago > lateDays) throw invalid({ visitedOn: [{ key: "visit.tooLate", values: { days: lateDays } }] });
  return day;
}

/** What the family asked for on this visit, in the same transaction: both are kept or neither. */
async function needHeard(work: Work, input: RecordVisit, household: Subject, visitedOn: string) {
  if (input.need !== "YES") return;
  if (!input.needCategory) throw invalid({ needCategory: [{ key: "need.category" }] });
  await raiseNeed.within(work, {
    ...{
      id: input.needId ?? input.id,
      householdId: household.id,
      visitId: input.id,
      source: "VISIT",
      raisedOn: visitedOn,
      writtenOn: input.writtenOn,
    },
    ...{ category: input.needCategory, urgency: input.needUrgency, words: input.needWords },
  });
}

/** What the visitor found changed, in the same transaction; what is wrong with it is said next to its own field of the form. */
async function factsChanged(work: Work, input: RecordVisit) {
  const { told, missing } = toldFacts(input);
  if (missing.length > 0)
    throw invalid(Object.fromEntries(missing.map((name) => [name, [{ key: "choose" }]])));
  for (const one of told)
    try {
      await tellFact.within(work, { ...one, householdId: input.householdId, overwrite: input.overwrite });
    } catch (error) {
      const said = error instanceof Problem && error.fields?.value;
      if (!said) throw error;
      throw new Problem(error.code, error.words, { [partOf("to", one.field)]: said });
    }
}

async function pairedThen(
  { sql }: Work,
  householdId: string,
  personId: string,
  day: string,
): Promise<boolean> {
  const [row] = await sql<{
    mine: boolean;
  }>`select exists (select 1 from pairing where household_id = ${householdId}::uuid
    and helper_id = ${personId}::uuid and from_on <= ${day}::date and (to_on is null or to_on > ${day}::date)) as mine`;
  return row?.mine ?? false;
}

/** False when a visit of this id is already there, from an earlier sending. */
async function store(
  work: Work,
  input: RecordVisit,
  household: Subject,
  visitedOn: string,
  late: boolean,
  mine: boolean,
) {
  const made = await work.tx.$executeRaw`
    insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation, topics, met_with, note, stand_in_reason, late, recorded_by, device_at)
    values (${input.id}::uuid, ${household.id}::uuid, ${household.divisionId},
      coalesce((select s.division_id from household_spell s where s.household_id = ${household.id}::uuid and s.from_on <= ${visitedOn}::date
        and (s.to_on is null or s.to_on > ${visitedOn}::date)), ${household.divisionId}),
      ${visitedOn}::date, ${input.kind}, ${input.situation}, ${input.topics}::text[], ${input.metWith}, ${input.note ?? null},
      ${mine ? null : (input.standInReason ?? null)}, ${late}, ${work.viewer.accountId}, ${input.writtenAt ?? null}::timestamptz)
    on conflict (id) do nothing`;
  return made === 1;
}

/** The same sending again answers the same; another visit under this id is not mine to see. */
async function sameAsBefore<T extends { id: string; householdId: string }>(
  work: Work,
  input: RecordVisit,
  result: T,
): Promise<T> {
  const [before] = await work.sql<{ visitedOn: string; late: boolean }>`
    select visited_on::text as "visitedOn", late from visit
    where id = ${input.id}::uuid and household_id = ${input.householdId}::uuid and recorded_by = ${work.viewer.accountId}`;
  if (!before) throw notFound();
  return { ...result, ...before };
}
