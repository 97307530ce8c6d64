/**
 * incomes.save: the sources of a household in the open year. A figure of last year counts only where it is accepted; an emptied field
 * takes the source back. What somebody else changed meanwhile is shown, never silently overwritten.
 */
import { meanwhile } from "#lib/domains/households/meanwhile.ts";
import { openYear } from "#lib/domains/households/open-year.ts";
import { type HouseholdSubject, heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { amountText, amountTyped } from "../income.ts";
import { SaveIncome } from "../input.ts";
import { incomeSources } from "../sources.ts";

type Amounts = Map<string, bigint>;
type Subject = HouseholdSubject & { year: number; now: Amounts; last: Amounts };

export const saveIncome = command({
  name: "incomes.save",
  tells: "household.incomeRecorded",
  input: SaveIncome,
  subject: async (work, { id }): Promise<Subject | null> => {
    const household = await heldHousehold(work, id);
    if (!household) return null;
    const year = await openYear(work);
    return {
      ...household,
      year,
      now: await amountsOf(work, id, year),
      last: await amountsOf(work, id, year - 1),
    };
  },
  may: mayEdit,
  run: async (work, input, household) => {
    await notFrozen(work, household.divisionId);
    const { id: _, was, overwrite, accept, ...typed } = input;
    const wanted = await wantedOf(work, typed as Record<string, string>, accept, household.last);
    const now = new Map([...wanted.keys()].map((code) => [code, amountText(household.now.get(code))]));
    const codes = await meanwhile(work, {
      ...{ household, was, now, wanted, overwrite: overwrite === "yes" },
      historyOf: (code) => fieldOf(code),
    });
    await keepYear(work, household);
    for (const code of codes) await write(work, household, code, wanted.get(code) ?? "");
    return { id: household.id, divisionId: household.divisionId, year: household.year, codes };
  },
  fact: ({ id, divisionId, year, codes }) => ({
    subject: `household:${id}`,
    division: divisionId,
    ...{ year, fields: codes.map(fieldOf) },
  }),
});

/** In the history every source has a field of its own. */
const fieldOf = (code: string) => `income.${code}`;

async function amountsOf({ sql }: Work, id: string, year: number): Promise<Amounts> {
  const rows = await sql<{ code: string; fen: bigint }>`
    select code, amount_fen as fen from income_item where household_id = ${id}::uuid and year = ${year}`;
  return new Map(rows.map(({ code, fen }) => [code, fen]));
}

/** Each source that the form holds, as text; only sources of the dictionary, only sums. */
async function wantedOf(
  { sql }: Work,
  typed: Record<string, string>,
  accept: readonly string[],
  last: Amounts,
) {
  const known = new Set((await incomeSources(sql)).map(({ code }) => code));
  const problems: FieldProblems = {};
  const wanted = new Map<string, string>();
  for (const code of new Set([...Object.keys(typed), ...accept])) {
    const text = typed[code] || (accept.includes(code) ? amountText(last.get(code)) : "");
    const fen = text === "" ? null : amountTyped(text);
    if (!known.has(code)) problems[code] = [{ key: "unknownField" }];
    else if (text !== "" && fen === null) problems[code] = [{ key: "income.amount" }];
    else wanted.set(code, amountText(fen));
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return wanted;
}

/** The year's own row must be there before its sources, so that the figure per head has where to stand. */
async function keepYear({ tx }: Work, household: Subject): Promise<void> {
  await tx.householdYear.createMany({
    skipDuplicates: true,
    data: {
      householdId: household.id,
      year: household.year,
      divisionId: household.divisionId,
      headName: household.headName,
      status: household.status,
      attribute: household.attribute,
      mainCause: household.mainCause,
      memberCount: household.memberCount,
    },
  });
}

async function write(work: Work, household: Subject, code: string, text: string): Promise<void> {
  const { id: householdId, year, divisionId } = household;
  const key = { householdId, year, code };
  const fen = text === "" ? null : amountTyped(text);
  if (fen === null) await work.tx.incomeItem.deleteMany({ where: key });
  else
    await work.tx.incomeItem.upsert({
      where: { householdId_year_code: key },
      create: { ...key, divisionId, amountFen: fen },
      update: { amountFen: fen },
    });
  const before = amountText(household.now.get(code));
  work.note({
    ...{ entity: "household", entityId: householdId, householdId, divisionId },
    field: fieldOf(code),
    old: before === "" ? null : before,
    new: text === "" ? null : text,
  });
}
