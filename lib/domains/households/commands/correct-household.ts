/** Corrects a few facts of the open year; what somebody else changed meanwhile is shown, never silently overwritten. */

import { maskPhone } from "#lib/base/mask.ts";
import { readFen } from "#lib/base/money.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, Problem } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Facts, factsOf } from "../facts.ts";
import { CORRECTABLE, type Correctable } from "../household.ts";
import { CorrectHousehold } from "../input.ts";
import { openYear } from "../open-year.ts";
import { type HouseholdSubject, heldHousehold, mayEdit } from "../subject.ts";

type Subject = HouseholdSubject & { year: number; housingGrade: string | null; waterSafe: boolean | null };

export const correctHousehold = command({
  name: "households.correct",
  tells: "household.corrected",
  input: CorrectHousehold,
  subject: async (work, { id }): Promise<Subject | null> => {
    const household = await heldHousehold(work, id);
    if (!household) return null;
    const year = await openYear(work);
    const [kept] = await work.sql<{ housingGrade: string | null; waterSafe: boolean | null }>`
      select housing_grade as "housingGrade", water_safe as "waterSafe" from household_year where household_id = ${id}::uuid and year = ${year}`;
    return {
      ...household,
      year,
      housingGrade: kept?.housingGrade ?? null,
      waterSafe: kept?.waterSafe ?? null,
    };
  },
  may: mayEdit,
  run: async (work, input, household) => {
    const wanted = factsWanted(input);
    const was = readWas(input.was);
    const now = factsOf(household);
    const mine = CORRECTABLE.filter((field) => wanted[field] !== was[field]);
    const clash = mine.filter((field) => now[field] !== was[field] && now[field] !== wanted[field]);
    if (clash.length > 0 && input.overwrite !== "yes") throw await whoWasFaster(work, household, clash);
    const fields = mine.filter((field) => now[field] !== wanted[field]);
    if (fields.length > 0) await write(work, household, fields, wanted, now);
    return { id: household.id, divisionId: household.divisionId, fields };
  },
  fact: (result) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    fields: result.fields,
  }),
});

function factsWanted(input: CorrectHousehold): Facts {
  const fen = input.income === undefined ? null : readFen(input.income);
  if (input.income !== undefined && (fen === null || fen < 0n || fen > 100_000_000n))
    throw invalid({ income: [{ key: "money" }] });
  return factsOf({
    phone: input.phone ?? null,
    groupName: input.groupName ?? null,
    mainCause: input.mainCause ?? null,
    incomePerHeadFen: fen,
    waterSafe: input.waterSafe === undefined ? null : input.waterSafe === "yes",
    housingGrade: input.housingGrade ?? null,
  });
}

function readWas(text: string): Facts {
  try {
    const was = JSON.parse(text) as Partial<Facts>;
    return Object.fromEntries(CORRECTABLE.map((field) => [field, String(was[field] ?? "")])) as Facts;
  } catch {
    throw invalid({ was: [{ key: "unknownField" }] });
  }
}

/** Says who changed the same thing, in the words of the history; the fields carry the sentence, so that the eye lands there. */
async function whoWasFaster({ sql }: Work, household: Subject, fields: Correctable[]) {
  const [last] = await sql<{ name: string | null }>`
    select account_name as name from change where household_id = ${household.id}::uuid and field = any (${fields}::text[]) order by id desc limit 1`;
  const words = { key: "household.changedMeanwhile", values: { name: last?.name ?? "" } };
  return new Problem("conflict", words, Object.fromEntries(fields.map((field) => [field, [words]])));
}

async function write(work: Work, household: Subject, fields: Correctable[], wanted: Facts, now: Facts) {
  const income = wanted.income === "" ? null : readFen(wanted.income);
  const shared = {
    mainCause: wanted.mainCause || null,
    phone: wanted.phone || null,
    incomePerHeadFen: income,
  };
  const ofYear = {
    ...shared,
    waterSafe: wanted.waterSafe === "" ? null : wanted.waterSafe === "yes",
    housingGrade: wanted.housingGrade || null,
  };
  const only = <T extends object>(facts: T) =>
    Object.fromEntries(
      Object.entries(facts).filter(([key]) =>
        fields.includes((key === "incomePerHeadFen" ? "income" : key) as Correctable),
      ),
    );
  await work.tx.household.update({
    where: { id: household.id },
    data: { ...only({ ...shared, groupName: wanted.groupName || null }), version: { increment: 1 } },
  });
  await work.tx.householdYear.upsert({
    where: { householdId_year: { householdId: household.id, year: household.year } },
    update: only(ofYear),
    create: {
      ...ofYear,
      householdId: household.id,
      year: household.year,
      divisionId: household.divisionId,
      headName: household.headName,
      status: household.status,
      attribute: household.attribute,
      memberCount: household.memberCount,
    },
  });
  for (const field of fields)
    work.note({
      entity: "household",
      entityId: household.id,
      householdId: household.id,
      divisionId: household.divisionId,
      field,
      old: kept(field, now[field]),
      new: kept(field, wanted[field]),
    });
}

/** A phone number is kept in the history as it is shown: masked. */
const kept = (field: Correctable, value: string) =>
  value === "" ? null : field === "phone" ? maskPhone(value) : value;
