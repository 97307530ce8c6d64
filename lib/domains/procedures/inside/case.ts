/** A case as its deeds need it: found within reach and held, with the step that comes next and who may do it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { hasEnded } from "#lib/domains/households/household.ts";
import { conflict, refused, rule } from "#lib/platform/problem.ts";
import type { Scope, Work } from "#lib/platform/scope.ts";
import { type Fragment, sql as part } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import {
  type Application,
  isOpen,
  isUnitKind,
  type Kind,
  MOVES,
  type PlanStep,
  type State,
  type StepName,
  verbOf,
} from "../procedure.ts";

export type Case = {
  id: string;
  kind: Kind;
  divisionId: number;
  place: string;
  householdId: string | null;
  /** The head of the household, or the unit. */
  name: string;
  groupName: string | null;
  memberCount: number | null;
  steps: PlanStep[];
  at: number;
  status: State;
  application: Application;
  fromStatus: string | null;
  nowStatus: string | null;
  draftedBy: number;
  openedOn: string;
  since: string;
  returnedWhy: string | null;
  closedOn: string | null;
  closedWhy: string | null;
  effectiveOn: string | null;
  movedTo: string | null;
  /** The day of the last deed: nothing comes before it. */
  lastOn: string;
  version: number;
};

const COLUMNS = part`c.id, c.kind, c.division_id as "divisionId", d.name as place, c.household_id as "householdId", coalesce(h.head_name, d.name) as name,
  h.group_name as "groupName", h.member_count as "memberCount", c.steps, c.at, c.status, c.application, c.from_status as "fromStatus", h.status as "nowStatus",
  c.drafted_by as "draftedBy", c.opened_on::text as "openedOn", to_char(c.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
  c.returned_why as "returnedWhy", c.closed_on::text as "closedOn", c.closed_why as "closedWhy", c.effective_on::text as "effectiveOn", c.moved_to as "movedTo",
  coalesce((select max(x.on_day)::text from procedure_deed x where x.case_id = c.id), c.opened_on::text) as "lastOn", c.version`;

const find = ({ sql, viewer }: Pick<Scope, "sql" | "viewer">, id: string, hold: Fragment) => sql<Case>`
  select ${COLUMNS} from procedure_case c join division d on d.id = c.division_id left join household h on h.id = c.household_id
  where c.id = ${id}::uuid and ${reachable(viewer, { division: "c.division_id", household: "c.household_id" })} ${hold}`;

export async function caseOf(scope: Pick<Scope, "sql" | "viewer">, id: string): Promise<Case | null> {
  return (await find(scope, id, part``))[0] ?? null;
}
export async function heldCase(work: Work, { id }: { id: string }): Promise<Case | null> {
  return (await find(work, id, part`for update of c`))[0] ?? null;
}

export const nextStep = (one: Pick<Case, "steps" | "at">): PlanStep | null => one.steps[one.at] ?? null;

export const mayDo = (viewer: Viewer, one: Pick<Case, "kind" | "divisionId">, step: StepName) =>
  may(viewer, verbOf(one.kind, step), one.divisionId);

/** This step and no other comes next, on the case that the actor saw. */
export function ready(one: Case, version: number, ...steps: StepName[]): PlanStep {
  if (one.version !== version) throw conflict();
  if (!isOpen(one.status)) throw rule("procedure.over");
  if (one.status === "OBJECTION") throw rule("procedure.objectionOpen");
  if (isElsewhere(one)) throw rule("procedure.householdChanged");
  const next = nextStep(one);
  if (!next || !steps.includes(next.step)) throw rule("procedure.notNow");
  return next;
}

type Asking = Pick<Scope, "sql" | "viewer">;
/** Dissolved or joined with another meanwhile: the case has lost its ground and can only be withdrawn. */
export const isElsewhere = ({ kind, fromStatus, movedTo, nowStatus }: Case): boolean => {
  if (nowStatus === null || isUnitKind(kind)) return false;
  if (MOVES[kind].to === null) return hasEnded(nowStatus);
  return nowStatus !== (movedTo ?? fromStatus);
};

/** Who drafted it approves it at no level, and nobody approves at two; whoever stands in decides nothing of the one on leave either. */
export async function whyNotApprove(
  { sql, viewer }: Asking,
  one: Case,
  step: StepName,
): Promise<"ownDraft" | "otherLevel" | null> {
  const selves = [viewer.accountId, ...viewer.grants.flatMap(({ lent }) => lent?.accountId ?? [])];
  if (selves.includes(one.draftedBy)) return "ownDraft";
  const [other] = await sql`select 1 from procedure_deed where case_id = ${one.id}::uuid
    and account_id = any (${selves}::int[]) and outcome = 'APPROVED' and step <> ${step} limit 1`;
  return other ? "otherLevel" : null;
}

export async function fourEyes(work: Work, one: Case, step: StepName): Promise<void> {
  const why = await whyNotApprove(work, one, step);
  if (why) throw refused(`procedure.${why}`);
}

export const factOf = (one: Pick<Case, "householdId" | "divisionId" | "kind" | "id">) => ({
  subject: one.householdId ? `household:${one.householdId}` : `division:${one.divisionId}`,
  division: one.divisionId,
  kind: one.kind,
  procedure: one.id,
});
