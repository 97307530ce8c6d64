/** procedures.ofHousehold: what a household goes through, went through, and could be taken through; and its monitoring. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { OfHousehold } from "../input.ts";
import { planFor } from "../inside/plan.ts";
import {
  HOUSEHOLD_KINDS,
  type HouseholdKind,
  isOpen,
  type Kind,
  MOVES,
  type MonitoringType,
  type PlanStep,
  type Risk,
  type State,
  verbOf,
} from "../procedure.ts";

export type PastCase = {
  id: string;
  kind: Kind;
  status: State;
  steps: PlanStep[];
  at: number;
  openedOn: string;
  closedOn: string | null;
  closedWhy: string | null;
  effectiveOn: string | null;
  returned: boolean;
};
export type MonitoringRow = {
  id: string;
  type: MonitoringType;
  risks: Risk[];
  fromOn: string;
  toOn: string | null;
  endedHow: "ELIMINATED" | "NATURAL" | null;
  openedCase: string;
  closedCase: string | null;
};
/** Null: it may begin now. */
export type Hindrance = "status" | "running" | "monitored" | "notMonitored" | null;
export type Startable = { kind: HouseholdKind; why: Hindrance; may: boolean; steps: PlanStep[] };

type Head = { id: string; divisionId: number; headName: string; status: string; place: string };

export const proceduresOfHousehold = query({
  name: "procedures.ofHousehold",
  input: OfHousehold,
  run: async (scope, { household: id }) => {
    const { sql, viewer } = scope;
    const [household] = await sql<Head>`
      select h.id, h.division_id as "divisionId", h.head_name as "headName", h.status, d.name as place from household h join division d on d.id = h.division_id
      where h.id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!household) throw notFound();
    const cases = await sql<PastCase>`
      select c.id, c.kind, c.status, c.steps, c.at, c.opened_on::text as "openedOn", c.closed_on::text as "closedOn", c.closed_why as "closedWhy",
        c.effective_on::text as "effectiveOn", c.returned_why is not null as returned
      from procedure_case c where c.household_id = ${id}::uuid order by c.closed_on is not null, c.opened_on desc, c.id desc`;
    const monitoring = await monitoringRows(scope, id);
    const monitored = monitoring.some(({ toOn }) => toOn === null);
    const startable: Startable[] = [];
    for (const kind of HOUSEHOLD_KINDS)
      startable.push({
        kind,
        why: hindranceOf(kind, household.status, monitored, cases),
        may: may(viewer, verbOf(kind, "APPLICATION"), household.divisionId),
        steps: (await planFor(scope, kind)).steps,
      });
    return { household, cases, monitoring, startable };
  },
});
export type HouseholdProcess = Awaited<ReturnType<typeof proceduresOfHousehold>>;

const monitoringRows = ({ sql }: Pick<Scope, "sql">, id: string) => sql<MonitoringRow>`
  select id, type, risks, from_on::text as "fromOn", to_on::text as "toOn", ended_how as "endedHow", opened_case as "openedCase", closed_case as "closedCase"
  from household_monitoring where household_id = ${id}::uuid order by from_on desc`;

/** procedures.monitoring: the second status of a household, for its file. */
export const monitoringOf = query({
  name: "procedures.monitoring",
  input: OfHousehold,
  run: (scope, { household }) => monitoringRows(scope, household),
});

const apart = (kind: Kind) => kind === "MONITORING" || kind === "RISK_ELIMINATION";
function hindranceOf(kind: HouseholdKind, status: string, monitored: boolean, cases: PastCase[]): Hindrance {
  if (kind === "RISK_ELIMINATION" && !monitored) return "notMonitored";
  if (!MOVES[kind].from.includes(status)) return "status";
  if (kind === "MONITORING" && monitored) return "monitored";
  if (cases.some((one) => isOpen(one.status) && apart(one.kind) === apart(kind))) return "running";
  return null;
}
