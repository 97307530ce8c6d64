/** procedures.ofUnit: the exit of a village or county as a whole: its cases, its incidence as the register says, and whether one may begin. */
import { may } from "#lib/domains/accounts/roles.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { unitOf } from "../commands/start.ts";
import { OfUnit } from "../input.ts";
import { planFor } from "../inside/plan.ts";
import type { State, UnitKind } from "../procedure.ts";
import { isOpen, verbOf } from "../procedure.ts";

type UnitCase = { id: string; kind: UnitKind; status: State; openedOn: string; effectiveOn: string | null };

export const proceduresOfUnit = query({
  name: "procedures.ofUnit",
  input: OfUnit,
  run: async (scope, { unit: id }) => {
    const unit = await unitOf(scope, id);
    if (!unit) throw notFound();
    const kind: UnitKind | null =
      unit.level === "VILLAGE" ? "VILLAGE_EXIT" : unit.level === "COUNTY" ? "COUNTY_EXIT" : null;
    const cases = await scope.sql<UnitCase>`
      select c.id, c.kind, c.status, c.opened_on::text as "openedOn", c.effective_on::text as "effectiveOn" from procedure_case c
      where c.division_id = ${id} and c.household_id is null order by c.opened_on desc, c.id desc`;
    const [{ name } = { name: "" }] = await scope.sql<{
      name: string;
    }>`select name from division where id = ${id}`;
    const running = cases.some(({ status }) => isOpen(status));
    return {
      ...{ id, name, kind, poor: unit.poor, exited: unit.exited, cases },
      steps: kind ? (await planFor(scope, kind)).steps : [],
      mayStart:
        kind !== null && !unit.exited && !running && may(scope.viewer, verbOf(kind, "APPLICATION"), id),
    };
  },
});
export type UnitProcess = Awaited<ReturnType<typeof proceduresOfUnit>>;
