/** For the inbox: instructions that I am to answer, answers that I am to look at, and what is late at those whom I lead or asked myself. */
import { nothing, sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { passesBy, settledBy, toMe } from "./policy.ts";

const COLUMNS = sql`n.account_name as name, d.name as place`;

export const instructionsWaiting: WaitingSource = {
  kind: "instruction",
  deed: "handle",
  rows: (viewer) => sql`
    select 'instruction:' || n.id as id, ${COLUMNS}, n.created_at as since, n.due_on as due, '/instructions/' || n.id as href, null::text as who
    from instruction n join division d on d.id = n.division_id where n.status = 'OPEN' and n.due_on is not null and ${toMe(viewer)}`,
};

/** Praise stays until it is read. */
export const praiseWaiting: WaitingSource = {
  kind: "instructionPraise",
  deed: "confirm",
  rows: (viewer) => sql`
    select 'instructionPraise:' || n.id as id, ${COLUMNS}, n.created_at as since, null::date as due, '/instructions/' || n.id as href, null::text as who
    from instruction n join division d on d.id = n.division_id where n.status = 'OPEN' and n.due_on is null and ${toMe(viewer)}`,
};

export const answersWaiting: WaitingSource = {
  kind: "instructionReplied",
  deed: "decide",
  rows: (viewer) => sql`
    select 'instructionReplied:' || n.id as id, coalesce(n.to_name, n.to_unit) as name, d.name as place, n.created_at as since, n.replied_on as due,
      '/instructions/' || n.id as href, n.to_unit as who
    from instruction n join division d on d.id = n.division_id where n.status = 'REPLIED' and ${settledBy(viewer)}`,
};

/** Late: at the giver's, and at the level between him and the unit. */
export const instructionsLate: WaitingSource = {
  kind: "instructionLate",
  deed: "handle",
  rows: (viewer, today) => {
    const between = passesBy(viewer);
    return sql`
    select 'instructionLate:' || n.id as id, coalesce(n.to_name, n.to_unit) as name, d.name as place, n.created_at as since, n.due_on as due,
      '/instructions/' || n.id as href, n.account_name as who
    from instruction n join division d on d.id = n.division_id
    where n.status = 'OPEN' and n.due_on < ${today}::date and (${settledBy(viewer)}${between ? sql` or ${between}` : nothing})`;
  },
};
