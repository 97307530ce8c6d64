/** For the inbox: cases whose next step is mine, and objections that I have to look into. */
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { STEP, waitsFor } from "./inside/waits-for.ts";
import { REVIEWS } from "./procedure.ts";

const rowsOf = (waits: Fragment, which: Fragment) => sql`
  select 'procedure:' || c.id as id, coalesce(h.head_name, d.name) as name, d.name as place, c.since, null::date as due,
    '/procedures/' || c.id as href, null::text as who
  from procedure_case c join division d on d.id = c.division_id left join household h on h.id = c.household_id
  where ${waits} and ${which}`;

const reviewing = sql`${STEP} = any (${[...REVIEWS]}::text[])`;

export const procedureReviewsWaiting: WaitingSource = {
  kind: "procedureReview",
  deed: "decide",
  rows: (viewer, today) => {
    const waits = waitsFor(viewer, today);
    return waits && rowsOf(waits, sql`c.status = 'RUNNING' and ${reviewing}`);
  },
};

export const procedureStepsWaiting: WaitingSource = {
  kind: "procedureStep",
  deed: "handle",
  rows: (viewer, today) => {
    const waits = waitsFor(viewer, today);
    return waits && rowsOf(waits, sql`c.status = 'RUNNING' and not ${reviewing} and c.returned_why is null`);
  },
};

export const procedureReturnsWaiting: WaitingSource = {
  kind: "procedureReturned",
  deed: "correct",
  rows: (viewer, today) => {
    const waits = waitsFor(viewer, today);
    return (
      waits && rowsOf(waits, sql`c.status = 'RUNNING' and not ${reviewing} and c.returned_why is not null`)
    );
  },
};

export const objectionsWaiting: WaitingSource = {
  kind: "procedureObjection",
  deed: "decide",
  rows: (viewer, today) => {
    const waits = waitsFor(viewer, today);
    return waits && rowsOf(waits, sql`c.status = 'OBJECTION'`);
  },
};
