/**
 * targets.divide: a number of cases of one unit is divided among the units right below it, in one go. Each share is a target like
 * any other and is set by the same command; an emptied field takes a share back. A sum that differs is told, not refused.
 */
import { may } from "#lib/domains/accounts/roles.ts";
import { isCount } from "#lib/indicators/indicator.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid, notFound } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { DivideTarget, shareField } from "../input.ts";
import { setTarget } from "./set-target.ts";

type Subject = { id: number };
type Below = { id: number; value: number | null };
export type TargetDivided = {
  indicator: string;
  item: string;
  unit: number;
  year: number;
  /** How many units got another share. */
  changed: number;
  divided: number;
};

export const divideTarget = command({
  name: "targets.divide",
  tells: "target.divided",
  input: DivideTarget,
  subject: async ({ sql, viewer }, { unit }): Promise<Subject | null> => {
    const [row] = await sql<Subject>`select id from division where id = ${unit}`;
    return row && reaches(viewer, row.id) ? row : null;
  },
  may: (viewer, unit) => may(viewer, "target.edit", unit.id),
  run: async (work, { indicator, unit, year, count, shares }): Promise<TargetDivided> => {
    const declared = (await catalogOf(work)).known(indicator);
    if (!declared || !isCount(declared) || !declared.scored)
      throw invalid({ indicator: [{ key: "malformed" }] });
    const told = numbersOf(shares);
    const below = await sharesNow(work, indicator, unit, year);
    if ([...told.keys()].some((id) => !below.some((one) => one.id === id))) throw notFound();
    const about = { indicator, year: String(year) };
    if (count !== undefined) await setTarget.within(work, { ...about, unit, count: String(count) });
    const after = below.map((one) => ({ ...one, next: told.has(one.id) ? told.get(one.id)! : one.value }));
    const changed = after.filter(({ value, next }) => value !== next);
    for (const { id, value, next } of changed)
      if (next !== null) await setTarget.within(work, { ...about, unit: id, count: String(next) });
      else await takeBack(work, { indicator, unit: id, year }, value);
    const divided = after.reduce((sum, { next }) => sum + (next ?? 0), 0);
    return { indicator, item: declared.item, unit, year, changed: changed.length, divided };
  },
  fact: ({ indicator, unit, year, changed, divided }) => ({
    subject: `target:${indicator}:${unit}`,
    division: unit,
    ...{ year, changed, divided },
  }),
});

/** All rows are read before one is written, so that every wrong one is told at once. */
function numbersOf(shares: readonly { unit: number; told: string }[]): Map<number, number | null> {
  const problems: FieldProblems = {};
  const numbers = new Map<number, number | null>();
  for (const { unit, told } of shares) {
    const text = told.normalize("NFKC");
    if (/^\d{0,6}$/.test(text)) numbers.set(unit, text === "" ? null : Number(text));
    else problems[shareField(unit)] = [{ key: "target.count" }];
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return numbers;
}

const sharesNow = ({ sql, today }: Work, indicator: string, unit: number, year: number) => sql<Below>`
  select d.id, t.value::int as value from division d left join target t on t.division_id = d.id and t.indicator = ${indicator} and t.year = ${year}
  where d.parent_id = ${unit} and (d.closed_on is null or d.closed_on > ${today}::date) order by d.code nulls last, d.id`;

async function takeBack(
  work: Work,
  { indicator, unit, year }: { indicator: string; unit: number; year: number },
  value: number | null,
): Promise<void> {
  await work.tx.target.delete({
    where: { indicator_divisionId_year: { indicator, divisionId: unit, year } },
  });
  work.note({
    ...{ entity: "target", entityId: `${indicator}:${unit}:${year}`, divisionId: unit },
    ...{ field: "value", old: value === null ? null : String(value), new: null },
  });
}
