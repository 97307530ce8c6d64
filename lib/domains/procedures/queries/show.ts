/** procedures.show: one case with all its deeds, the lists on which it hung, and what the viewer may do now. */
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { mayRecord, maySettle } from "../commands/objections.ts";
import { CaseId } from "../input.ts";
import { caseOf, isElsewhere, mayDo, nextStep, whyNotApprove } from "../inside/case.ts";
import { hasPaper } from "../inside/deed.ts";
import { isOpen, isPublicity, isReview, type StepName } from "../procedure.ts";

export type DeedRow = {
  id: string;
  at: number;
  step: StepName;
  outcome: string;
  onDay: string;
  opinion: string | null;
  facts: Record<string, unknown>;
  accountName: string;
  unitName: string;
  createdAt: string;
};
export type LineRow = {
  id: string;
  noticeId: string;
  at: number;
  step: StepName;
  fromOn: string;
  days: number;
  calendar: string;
  dueOn: string;
  pausedOn: string | null;
  closedOn: string | null;
  withdrawnOn: string | null;
  phone: string;
};

export const showCase = query({
  name: "procedures.show",
  input: CaseId,
  run: async (scope, { id }) => {
    const { sql, viewer } = scope;
    const one = await caseOf(scope, id);
    if (!one) throw notFound();
    const deeds = await sql<DeedRow>`
      select id, at, step, outcome, on_day::text as "onDay", opinion, facts, account_name as "accountName", unit_name as "unitName",
        to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"
      from procedure_deed where case_id = ${id}::uuid order by created_at, id`;
    const lines = await sql<LineRow>`
      select l.id, l.notice_id as "noticeId", l.at, n.step, n.from_on::text as "fromOn", n.days, n.calendar, l.due_on::text as "dueOn",
        l.paused_on::text as "pausedOn", l.closed_on::text as "closedOn", l.withdrawn_on::text as "withdrawnOn", n.phone
      from publicity_line l join publicity_notice n on n.id = l.notice_id where l.case_id = ${id}::uuid order by n.from_on, l.id`;
    const next = isOpen(one.status) ? nextStep(one) : null;
    const review = next !== null && isReview(next.step);
    const running = one.status === "RUNNING";
    const mine = running && next !== null && mayDo(viewer, one, next.step);
    const hanging = lines.find((line) => line.at === one.at && !line.closedOn && !line.withdrawnOn) ?? null;
    return {
      ...one,
      deeds,
      lines,
      next,
      hanging,
      needsPaper: running && next?.paper === true && !(await hasPaper(scope, one)),
      elsewhere: isOpen(one.status) && isElsewhere(one),
      mine,
      blocked: mine && review ? await whyNotApprove(scope, one, next.step) : null,
      mayReject:
        running &&
        next !== null &&
        (review || next.step === "DEMOCRATIC_REVIEW") &&
        mayDo(viewer, one, next.step),
      mayObject:
        running && next !== null && isPublicity(next.step) && hanging !== null && mayRecord(viewer, one),
      maySettle: one.status === "OBJECTION" && maySettle(viewer, one),
      mayWithdraw:
        isOpen(one.status) &&
        one.steps.slice(one.at).some(({ step }) => isReview(step)) &&
        mayDo(viewer, one, "APPLICATION"),
    };
  },
});
export type CaseView = Awaited<ReturnType<typeof showCase>>;
