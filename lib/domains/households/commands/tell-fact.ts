/**
 * households.tellFact: one fact of a family as it was found at its door, by whoever works with it. What somebody else changed
 * meanwhile is never overwritten unseen; where the teller then chooses, both sayings stay in the history.
 */
import { readFact, type Stored } from "#lib/base/fact-field.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, notFound, Problem } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { isOfMember } from "../door-facts.ts";
import { doorField } from "../door-field.ts";
import { TellFact } from "../door-input.ts";
import { householdFact } from "../fact-columns.ts";
import { writeFacts } from "../inside/write-facts.ts";
import { openYear } from "../open-year.ts";
import { textNow } from "../queries/door-facts.ts";
import { type HouseholdSubject, heldHousehold, worksWith } from "../subject.ts";

/** Names the problem by which the door of phones knows that there are two sayings. */
export const CHANGED_MEANWHILE = "household.changedMeanwhile";
/** A phone's clock that says more than this says nothing. */
const LONGEST_AWAY_MS = 60 * 86_400_000;

type Subject = HouseholdSubject & { year: number; now: string };
type Told = ReturnType<typeof TellFact.parse>;

export const tellFact = command({
  name: "households.tellFact",
  tells: "household.factTold",
  input: TellFact,
  subject: async (work, input): Promise<Subject | null> => {
    const household = await heldHousehold(work, input.householdId);
    if (!household) return null;
    const year = await openYear(work);
    const now = await textNow(work.sql, { ...input, year });
    return now === null ? null : { ...household, year, now };
  },
  may: worksWith,
  run: async (work, input, household) => {
    await notFrozen(work, household.divisionId);
    const { now } = household;
    const value = read(input, input.value, work.today);
    const first = input.instead === undefined ? null : read(input, input.instead, work.today);
    const clash = now !== input.was && now !== input.value;
    if (clash && input.overwrite !== "yes") throw await whoWasFaster(work, input);
    if (now !== input.value) await write(work, input, household, value);
    // What was said first and then not chosen stood there for a moment, so that the history tells both.
    const steps = first !== null && input.instead ? [now, input.instead, input.value] : [now, input.value];
    steps.slice(1).forEach((text, at) => {
      if (text !== steps[at]) note(work, input, household, { old: steps[at] ?? "", new: text }, at === 0);
    });
    return { id: household.id, divisionId: household.divisionId, changed: now !== input.value };
  },
  fact: (result, input) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    ...(input.personId ? { person: input.personId } : {}),
    fields: [input.field],
    changed: result.changed,
  }),
});

function read({ field }: Told, text: string, today: string): Stored {
  const found = readFact(doorField(field), text, today);
  if ("problem" in found) throw invalid({ value: [{ key: found.problem }] });
  return found.value;
}

async function write(work: Work, input: Told, household: Subject, value: Stored): Promise<void> {
  const fact = householdFact(input.field);
  if (!isOfMember(input.field) && fact) return writeFacts(work, household, [{ fact, value }]);
  const personId = input.personId;
  if (!personId) throw notFound();
  await work.tx.membershipYear.update({
    where: { personId_year: { personId, year: household.year } },
    data: { [input.field]: value },
  });
}

function note(
  work: Work,
  input: Told,
  household: Subject,
  change: { old: string; new: string },
  offline: boolean,
) {
  const { personId, field, writtenAt } = input;
  work.note({
    ...(personId
      ? { entity: "person", entityId: personId }
      : { entity: "household", entityId: household.id }),
    ...{ householdId: household.id, divisionId: household.divisionId, field },
    ...{ old: change.old || null, new: change.new || null },
    writtenAt: offline && writtenAt && waited(writtenAt) ? new Date(writtenAt) : null,
  });
}

function waited(writtenAt: string): boolean {
  const away = Date.now() - Date.parse(writtenAt);
  return away >= 0 && away <= LONGEST_AWAY_MS;
}

async function whoWasFaster({ sql }: Work, { householdId, personId, field }: Told) {
  const [last] = await sql<{ name: string | null }>`
    select account_name as name from change where household_id = ${householdId}::uuid and entity_id = ${personId ?? householdId}
      and field = any (${[field, doorField(field).column]}::text[]) order by id desc limit 1`;
  const words = { key: CHANGED_MEANWHILE, values: { name: last?.name ?? "" } };
  return new Problem("conflict", words, { value: [words] });
}
