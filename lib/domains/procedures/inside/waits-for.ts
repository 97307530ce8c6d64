/** Which cases wait for a viewer, as a condition over the alias c: its next step is his, and nothing runs that must run first. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { KINDS, PROCEDURE_VERBS, REVIEWS, STEPS, settlesBy, verbOf } from "../procedure.ts";

export const STEP = raw("(c.steps -> c.at ->> 'step')");
const HANGS =
  "exists (select 1 from publicity_line l where l.case_id = c.id and l.at = c.at and l.closed_on is null and l.withdrawn_on is null";

/** Null when the viewer may do no step anywhere. */
export function waitsFor(viewer: Viewer, today: string): Fragment | null {
  const ways = PROCEDURE_VERBS.flatMap((verb) => {
    const grants = viewer.grants.filter((grant) =>
      may({ ...viewer, grants: [grant] }, verb, grant.divisionId),
    );
    if (grants.length === 0) return [];
    const whole = grants.some(({ nodes }) => nodes === null);
    const places = whole
      ? raw("true")
      : sql`c.division_id = any (${grants.flatMap(({ nodes }) => nodes ?? [])}::int[])`;
    const steps = KINDS.flatMap((kind) =>
      STEPS.filter((step) => verbOf(kind, step) === verb).map((step) => `${kind}.${step}`),
    );
    const settles = KINDS.filter((kind) => settlesBy(kind) === verb);
    // A township drafts for its villages as well: of theirs only what it drafted itself waits for it.
    const seats = grants.map(({ divisionId }) => divisionId);
    const mine =
      verb === "procedure.draft"
        ? sql`(c.drafted_by = ${viewer.accountId} or c.division_id = any (${seats}::int[]))`
        : raw("true");
    return [
      sql`(${places} and ${mine} and c.status = 'RUNNING' and c.kind || '.' || ${STEP} = any (${steps}::text[]))`,
      sql`(${places} and c.status = 'OBJECTION' and c.kind = any (${settles}::text[]))`,
    ];
  });
  if (ways.length === 0) return null;
  const eyes = sql`(${STEP} <> all (${[...REVIEWS]}::text[]) or (c.drafted_by <> ${viewer.accountId} and not exists (select 1 from procedure_deed x
    where x.case_id = c.id and x.account_id = ${viewer.accountId} and x.outcome = 'APPROVED' and x.step <> ${STEP})))`;
  const over = sql`(c.status = 'OBJECTION' or not ${raw(HANGS)} and l.due_on > ${today}::date))`;
  return sql`((${join(ways, " or ")}) and ${eyes} and ${over})`;
}
