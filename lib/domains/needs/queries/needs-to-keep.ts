/** needs.toKeep: for a phone, what is open or waits for the household's word at the households that I visit, what my village asks for as a whole, and what became of it. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import { Nothing } from "../input.ts";
import { overdue } from "../inside/overdue.ts";
import { confirmsFor, visitedBy } from "../inside/waits.ts";
import type { Level, State, Urgency } from "../need.ts";
import { OWN } from "../policy.ts";

const MOST = 400;
/** So long what is over is still of interest at the door. */
const OVER_DAYS = 60;

export type NeedToKeep = {
  id: string;
  /** Null where a whole village asks. */
  householdId: string | null;
  about: string;
  category: string;
  urgency: Urgency;
  words: string | null;
  raisedOn: string;
  status: State;
  level: Level;
  handler: string | null;
  dueOn: string;
  overdue: boolean;
  result: string | null;
  doneOn: string | null;
  visitId: string | null;
  version: number;
  /** The household's word may be brought by this viewer. */
  ask: boolean;
};

export const needsToKeep = query({
  name: "needs.toKeep",
  input: Nothing,
  run: async ({ sql: ask, viewer, today }): Promise<NeedToKeep[]> => {
    const mine = visitedBy(viewer);
    if (mine === null) return [];
    return ask<NeedToKeep>`
      select n.id, n.household_id as "householdId", n.about, n.category, n.urgency, n.words, n.raised_on::text as "raisedOn", n.status, n.level,
        coalesce(n.handler_name, n.handler_unit) as handler, n.due_on::text as "dueOn", ${overdue(today)} as overdue, n.result, n.done_on::text as "doneOn",
        n.visit_id as "visitId", n.version, ${confirmsFor(viewer) ?? sql`false`} as ask
      from need n
      where ${mine} and ${reachable(viewer, OWN)}
        and (n.status in ('OPEN', 'HANDLING', 'DONE') or (n.status = 'CLOSED' and n.closed_on > ${today}::date - ${OVER_DAYS}::int))
      order by n.status <> 'DONE', n.due_on, n.id limit ${MOST}`;
  },
});
