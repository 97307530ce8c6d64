/** Corrects facts of the open year; what somebody else changed meanwhile is shown, never silently overwritten. */

import { readFact, textOfFact } from "#lib/base/fact-field.ts";
import { maskPhone } from "#lib/base/mask.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { HOUSEHOLD_FACTS, type HouseholdFact, householdFact } from "../fact-columns.ts";
import type { FactTexts } from "../fact-texts.ts";
import { CorrectHousehold } from "../input.ts";
import { type Change, writeFacts } from "../inside/write-facts.ts";
import { meanwhile } from "../meanwhile.ts";
import { openYear } from "../open-year.ts";
import { factTexts } from "../queries/household-facts.ts";
import { type HouseholdSubject, heldHousehold, mayEdit } from "../subject.ts";

type Subject = HouseholdSubject & { year: number; now: FactTexts };

export const correctHousehold = command({
  name: "households.correct",
  tells: "household.corrected",
  input: CorrectHousehold,
  subject: async (work, { id }): Promise<Subject | null> => {
    const household = await heldHousehold(work, id);
    if (!household) return null;
    const year = await openYear(work);
    return { ...household, year, now: (await factTexts(work.sql, id, year)).texts };
  },
  may: mayEdit,
  run: async (work, input, household) => {
    await notFrozen(work, household.divisionId);
    const { id, was, overwrite, ...typed } = input;
    const { wanted, values } = await factsTyped(work, typed, household);
    const fields = await meanwhile(work, {
      ...{ household, was, wanted, overwrite: overwrite === "yes" },
      now: new Map(Object.entries(household.now)),
    });
    const known = HOUSEHOLD_FACTS.filter(({ key }) => fields.includes(key));
    const changes = known.map((fact): Change => ({ fact, value: values.get(fact.key) ?? null }));
    if (changes.length > 0) await writeFacts(work, household, changes);
    for (const fact of known) await tell(work, household, fact, wanted.get(fact.key) ?? "");
    return { id, divisionId: household.divisionId, fields: known.map(({ key }) => key) };
  },
  fact: (result) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    fields: result.fields,
  }),
});

/** Each fact that the form holds, as text and as it is stored. */
async function factsTyped(work: Work, typed: Record<string, string | string[]>, household: Subject) {
  const problems: FieldProblems = {};
  const wanted = new Map<string, string>();
  const values = new Map<string, Change["value"]>();
  for (const [key, sent] of Object.entries(typed)) {
    const fact = householdFact(key);
    const read = fact && readFact(fact, Array.isArray(sent) ? sent.join(",") : sent, work.today);
    if (!fact || !read) problems[key] = [{ key: "unknownField" }];
    else if ("problem" in read) problems[key] = [{ key: read.problem }];
    else {
      values.set(key, read.value);
      wanted.set(key, textOfFact(fact, read.value));
    }
  }
  await whole(work, household, wanted, problems);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return { wanted, values };
}

/** What must agree with something else: other causes, days of moving, the settlement, a figure that sources already tell. */
async function whole(
  { sql, today }: Work,
  household: Subject,
  wanted: ReadonlyMap<string, string>,
  problems: FieldProblems,
): Promise<void> {
  const after = (key: string) => wanted.get(key) ?? household.now[key] ?? "";
  const others = after("otherCauses").split(",").filter(Boolean);
  if (wanted.has("otherCauses") && (others.length > 2 || others.includes(after("mainCause"))))
    problems.otherCauses = [{ key: "household.otherCauses" }];
  for (const key of ["filledOn", "keyOn", "movedOn"])
    if ((wanted.get(key) ?? "") > today) problems[key] = [{ key: "futureDay" }];
  if (
    wanted.has("movedOn") &&
    after("keyOn") !== "" &&
    after("movedOn") !== "" &&
    after("movedOn") < after("keyOn")
  )
    problems.movedOn = [{ key: "household.movedBeforeKeys" }];
  const site = wanted.get("siteId");
  if (site) {
    const [known] = await sql`select 1 from relocation_site where id::text = ${site}`;
    if (!known) problems.siteId = [{ key: "unknownChoice" }];
  }
  if (wanted.has("income") && wanted.get("income") !== household.now.income) {
    const [source] =
      await sql`select 1 from income_item where household_id = ${household.id}::uuid and year = ${household.year} limit 1`;
    if (source) problems.income = [{ key: "household.incomeBySource" }];
  }
}

async function tell(work: Work, household: Subject, fact: HouseholdFact, text: string): Promise<void> {
  const kept = async (value: string) => {
    if (value === "") return null;
    // A phone number is kept in the history as it is shown: masked; a settlement by its name.
    if (fact.kind === "phone") return maskPhone(value);
    if (fact.key !== "siteId") return value;
    const [site] = await work.sql<{
      name: string;
    }>`select name from relocation_site where id::text = ${value}`;
    return site?.name ?? null;
  };
  work.note({
    ...{ entity: "household", entityId: household.id, householdId: household.id },
    ...{ divisionId: household.divisionId, field: fact.key },
    old: await kept(household.now[fact.key] ?? ""),
    new: await kept(text),
  });
}
