/**
 * targets.divide: the target of one unit and those of the units right below it, in one go. Each is a target like any other and is set
 * by the same command; an emptied field takes one back. A sum that differs is told, not refused.
 */
import { may } from "#lib/domains/accounts/roles.ts";
import { isCount } from "#lib/indicators/indicator.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid, notFound } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { DivideTarget, shareField } from "../input.ts";
import { type GoalKind, goalKind, goalText, readGoal, stepsText } from "../target.ts";
import { setTarget } from "./set-target.ts";

type Subject = { id: number };
type Kept = { id: number; value: number | null; steps: number[] | null };
export type TargetDivided = {
  indicator: string;
  item: string;
  unit: number;
  year: number;
  /** How many units got another share. */
  changed: number;
  /** Of a number what all shares come to, else how many units have a target of their own. */
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
  run: async (
    work,
    { indicator, unit, year, percent, count, steps, why, shares },
  ): Promise<TargetDivided> => {
    const declared = (await catalogOf(work)).known(indicator);
    if (!declared?.scored) throw invalid({ indicator: [{ key: "malformed" }] });
    const kind = goalKind(declared);
    const told = goalsOf(kind, shares);
    const kept = await goalsNow(work, indicator, unit, year);
    const below = kept.filter(({ id }) => id !== unit);
    if ([...told.keys()].some((id) => !below.some((one) => one.id === id))) throw notFound();
    const field = kind === "count" ? "count" : "percent";
    const set = (of: number, text: string, more: { steps?: string } = {}) =>
      setTarget.within(work, {
        ...{ indicator, year: String(year), unit: of, [field]: text, ...more },
        ...(why ? { why } : {}),
      });
    const own = kept.find(({ id }) => id === unit)?.value ?? null;
    const typed = count ?? percent ?? (steps === undefined ? "" : goalText(kind, own));
    if (typed !== "") await set(unit, typed, steps === undefined ? {} : { steps: stepsText(steps) });
    const after = below.map((one) => ({ ...one, next: told.has(one.id) ? told.get(one.id)! : one.value }));
    const changed = after.filter(({ value, next }) => value !== next);
    for (const { id, value, next } of changed)
      if (next !== null) await set(id, goalText(kind, next));
      else await takeBack(work, { indicator, unit: id, year }, value);
    const having = after.filter(({ next }) => next !== null);
    const divided = isCount(declared)
      ? having.reduce((sum, { next }) => sum + (next ?? 0), 0)
      : having.length;
    return { indicator, item: declared.item, unit, year, changed: changed.length, divided };
  },
  fact: ({ indicator, unit, year, changed, divided }) => ({
    subject: `target:${indicator}:${unit}`,
    division: unit,
    ...{ year, changed, divided },
  }),
});

/** All rows are read before one is written, so that every wrong one is told at once. */
function goalsOf(
  kind: GoalKind,
  shares: readonly { unit: number; told: string }[],
): Map<number, number | null> {
  const problems: FieldProblems = {};
  const goals = new Map<number, number | null>();
  for (const { unit, told } of shares) {
    const read = readGoal(kind, told);
    if (read !== null && typeof read !== "number") problems[shareField(unit)] = [{ key: read.problem }];
    else goals.set(unit, read);
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return goals;
}

const goalsNow = ({ sql, today }: Work, indicator: string, unit: number, year: number) => sql<Kept>`
  select d.id, t.value::int as value, t.steps from division d left join target t on t.division_id = d.id and t.indicator = ${indicator} and t.year = ${year}
  where d.id = ${unit} or d.parent_id = ${unit} and (d.closed_on is null or d.closed_on > ${today}::date) order by d.code nulls last, d.id`;

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
