/** Sets what a unit is to reach in a year. A target is set from above: by the administrator of the parent, at the root by its own. */
import { may } from "#lib/domains/accounts/roles.ts";
import { isCount } from "#lib/indicators/indicator.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { SetTarget } from "../input.ts";

export type TargetSet = { unit: number; place: string; item: string };
type Subject = { id: number; name: string; setBy: number };

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
  run: async (work, { indicator, unit, year, percent, count }, place): Promise<TargetSet> => {
    const declared = (await catalogOf(work)).known(indicator);
    if (!declared) throw invalid({ indicator: [{ key: "malformed" }] });
    const plain = isCount(declared);
    const told = plain ? count : percent;
    if (told === undefined) throw invalid({ [plain ? "count" : "percent"]: [{ key: "required" }] });
    const mean = declared.adds !== undefined && !declared.adds.over;
    if (!plain && (mean ? !Number.isInteger(told) : told > 100))
      throw invalid({ percent: [{ key: mean ? "target.days" : "target.percent" }] });
    const key = { indicator, divisionId: unit, year };
    const before = await work.tx.target.findUnique({ where: { indicator_divisionId_year: key } });
    const value = BigInt(
      plain || mean ? told : Math.round(told * (declared.adds?.over?.per === 1000 ? 10 : 100)),
    );
    await work.tx.target.upsert({
      where: { indicator_divisionId_year: key },
      create: { ...key, value, accountId: work.viewer.accountId },
      update: { value, accountId: work.viewer.accountId },
    });
    work.note({
      entity: "target",
      entityId: `${indicator}:${unit}:${year}`,
      divisionId: unit,
      field: "value",
      old: before ? String(before.value) : null,
      new: String(value),
    });
    return { unit, place: place.name, item: declared.item };
  },
  fact: (result, { indicator, year, percent, count }) => ({
    subject: `target:${indicator}:${result.unit}`,
    division: result.unit,
    year,
    ...(count === undefined ? { percent: percent ?? null } : { count }),
  }),
});
