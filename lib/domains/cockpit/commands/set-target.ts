/**
 * Sets what a unit is to reach in a year, and by which steps. A target is set from above: by the administrator of the parent, at the
 * root by its own. What was closed before keeps the target that it was held against.
 */
import { may } from "#lib/domains/accounts/roles.ts";
import { isCount } from "#lib/indicators/indicator.ts";
import { takesSteps } from "#lib/indicators/light.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { SetTarget } from "../input.ts";
import { goalKind, goalText, readGoal, stepsText } from "../target.ts";

/** `told`: as it was typed, in the unit in which it is shown. */
export type TargetSet = { unit: number; place: string; item: string; told: number };
type Subject = { id: number; name: string; setBy: number };
type Kept = { value: number; steps: number[] | null };

export const setTarget = command({
  name: "targets.set",
  tells: "target.set",
  input: SetTarget,
  subject: async (work, { unit }): Promise<Subject | null> => {
    const [row] =
      await work.sql<Subject>`select d.id, d.name, coalesce(d.parent_id, d.id) as "setBy" from division d where d.id = ${unit}`;
    return row && reaches(work.viewer, row.id) ? row : null;
  },
  may: (viewer, unit) => may(viewer, "target.edit", unit.setBy),
  run: async (
    work,
    { indicator, unit, year, percent, count, steps: planned, why },
    place,
  ): Promise<TargetSet> => {
    const { sql, viewer, note } = work;
    const declared = (await catalogOf(work)).known(indicator);
    if (!declared) throw invalid({ indicator: [{ key: "malformed" }] });
    const field = isCount(declared) ? "count" : "percent";
    const kind = goalKind(declared);
    const value = readGoal(kind, (field === "count" ? count : percent) ?? "");
    if (value === null) throw invalid({ [field]: [{ key: "required" }] });
    if (typeof value !== "number") throw invalid({ [field]: [{ key: value.problem }] });
    if (planned && !takesSteps(declared)) throw invalid({ steps: [{ key: "target.noSteps" }] });
    const [before] = await sql<Kept>`
      select value::int as value, steps from target where indicator = ${indicator} and division_id = ${unit} and year = ${year} for update`;
    const steps = planned === undefined ? (before?.steps ?? null) : planned;
    await sql`insert into target (indicator, division_id, year, value, steps, account_id) values (${indicator}, ${unit}, ${year}, ${value}, ${steps}::int[], ${viewer.accountId})
      on conflict (indicator, division_id, year) do update set value = excluded.value, steps = excluded.steps, account_id = excluded.account_id, set_at = now()`;
    const about = { entity: "target", entityId: `${indicator}:${unit}:${year}`, divisionId: unit };
    const tell = (name: string, old: string | null, now: string | null) => {
      if (old !== now) note({ ...about, field: name, old, new: now });
      return old !== now;
    };
    const changed = [
      tell("value", before ? String(before.value) : null, String(value)),
      tell("steps", stepsText(before?.steps) || null, stepsText(steps) || null),
    ];
    if (why && changed.includes(true)) note({ ...about, field: "why", old: null, new: why });
    return { unit, place: place.name, item: declared.item, told: Number(goalText(kind, value)) };
  },
  fact: ({ unit, told }, { indicator, year, count }) => ({
    ...{ subject: `target:${indicator}:${unit}`, division: unit, year },
    ...(count === undefined ? { percent: told } : { count: told }),
  }),
});
