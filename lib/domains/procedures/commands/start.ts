/** procedures.start and procedures.startForUnit: a case begins with its application, under the steps that hold today. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { POOR_STATUSES } from "#lib/domains/households/household.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { StartForHousehold, StartForUnit } from "../input.ts";
import { applicationOf, unitApplicationOf } from "../inside/application.ts";
import { caseOf, factOf } from "../inside/case.ts";
import { stepOn, tellDeed } from "../inside/deed.ts";
import { planFor } from "../inside/plan.ts";
import { type Application, type Kind, MOVES, type UnitKind, verbOf } from "../procedure.ts";

type Household = { id: string; divisionId: number; status: string; monitored: boolean };

export const startCase = command({
  name: "procedures.start",
  tells: "procedure.started",
  input: StartForHousehold,
  subject: async ({ sql, viewer }, { householdId }): Promise<Household | null> => {
    const [row] = await sql<Household>`
      select h.id, h.division_id as "divisionId", h.status,
        exists (select 1 from household_monitoring m where m.household_id = h.id and m.to_on is null) as monitored
      from household h where h.id = ${householdId}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })} for update`;
    return row ?? null;
  },
  may: (viewer, household, { kind }) => may(viewer, verbOf(kind, "APPLICATION"), household.divisionId),
  run: async (work, { householdId, kind, ...typed }, household) => {
    if (!MOVES[kind].from.includes(household.status)) throw rule("procedure.wrongStatus", undefined, "kind");
    if (kind === "MONITORING" && household.monitored) throw rule("procedure.monitored", undefined, "kind");
    if (kind === "RISK_ELIMINATION" && !household.monitored)
      throw rule("procedure.notMonitored", undefined, "kind");
    const application = applicationOf(kind, typed, { today: work.today, status: household.status });
    const about = { kind, divisionId: household.divisionId, householdId, fromStatus: household.status };
    return begin(work, about, application);
  },
  fact: (one) => factOf(one),
});

type Unit = { id: number; level: string; poor: number; exited: boolean };
const LEVELS: Record<UnitKind, string> = { VILLAGE_EXIT: "VILLAGE", COUNTY_EXIT: "COUNTY" };

export const startForUnit = command({
  name: "procedures.startForUnit",
  tells: "procedure.started",
  input: StartForUnit,
  subject: (work, { divisionId }) => unitOf(work, divisionId),
  may: (viewer, unit, { kind }) => may(viewer, verbOf(kind, "APPLICATION"), unit.id),
  run: async (work, { divisionId, kind, ...typed }, unit) => {
    if (unit.level !== LEVELS[kind]) throw rule("procedure.wrongUnit", undefined, "kind");
    if (unit.exited) throw rule("procedure.unitExited", undefined, "kind");
    const application = unitApplicationOf(kind, typed, { today: work.today, poor: unit.poor });
    return begin(work, { kind, divisionId, householdId: null, fromStatus: null }, application);
  },
  fact: (one) => factOf(one),
});

export async function unitOf(
  { sql, viewer }: Pick<Work, "sql" | "viewer">,
  id: number,
): Promise<Unit | null> {
  const [unit] = await sql<Unit>`
    select d.id, d.level, exists (select 1 from unit_exit e where e.division_id = d.id) as exited,
      (select coalesce(sum(h.member_count), 0)::int from household h join division_closure c on c.node_id = h.division_id and c.to_on is null
        where c.ancestor_id = d.id and h.status = any (${[...POOR_STATUSES]}::text[])) as poor
    from division d where d.id = ${id} and d.closed_on is null and ${reachable(viewer, { division: "d.id" })}`;
  return unit ?? null;
}

type About = { kind: Kind; divisionId: number; householdId: string | null; fromStatus: string | null };

async function begin(work: Work, about: About, application: Application) {
  const running = await work.tx.procedureCase.findMany({
    where: {
      ...(about.householdId
        ? { householdId: about.householdId }
        : { divisionId: about.divisionId, householdId: null }),
      status: { in: ["RUNNING", "OBJECTION"] },
    },
    select: { kind: true },
  });
  const apart = (kind: string) => kind === "MONITORING" || kind === "RISK_ELIMINATION";
  if (running.some(({ kind }) => apart(kind) === apart(about.kind)))
    throw rule("procedure.running", undefined, "kind");
  const plan = await planFor(work, about.kind);
  const made = await work.tx.procedureCase.create({
    data: {
      ...about,
      planVersion: plan.version,
      steps: plan.steps,
      application,
      draftedBy: work.viewer.accountId,
      openedOn: dayToColumn(work.today),
    },
    select: { id: true },
  });
  const one = await caseOf(work, made.id);
  if (!one) throw notFound();
  await tellDeed(work, one, { outcome: "DONE", onDay: application.appliedOn, opinion: application.reason });
  await stepOn(work, one);
  return { ...about, id: made.id };
}
