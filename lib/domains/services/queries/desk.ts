/** services.desk: the cases of a place: what runs, what is late, what waits for papers, what is mine, what can be told, what has ended. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import { CasesOf, DeskAsked } from "../input.ts";
import { seesCase } from "../inside/case.ts";
import { type DeskView, type Rating, type Result, type State, VIEWS } from "../service.ts";

export const CASES_PER_PAGE = 50;

export type CaseRow = {
  id: string;
  number: string;
  itemName: string;
  applicant: string;
  window: string;
  acceptedOn: string;
  dueOn: string | null;
  state: State;
  result: Result | null;
  closedOn: string | null;
  rating: Rating | null;
  timesCame: number;
  parts: number;
  done: number;
  missing: number;
};

/** Of the alias c with its window w. */
const COLUMNS = sql`c.id, c.number, c.item_name as "itemName", c.applicant, w.name as window, c.accepted_on::text as "acceptedOn", c.due_on::text as "dueOn", c.state,
  c.result, c.closed_on::text as "closedOn", c.rating, c.times_came as "timesCame",
  (select count(*)::int from service_part p where p.case_id = c.id) as parts,
  (select count(*)::int from service_part p where p.case_id = c.id and p.done_on is not null) as done,
  (select count(*)::int from service_paper p where p.case_id = c.id and p.handed_on is null) as missing`;

export const deskOf = query({
  name: "services.desk",
  input: DeskAsked,
  may: (viewer) => mayAnywhere(viewer, "cockpit.view"),
  run: async (scope, { unit, view, q, page }) => {
    const { viewer, sql: ask, today } = scope;
    const place = await listPlace(scope, unit);
    const under = sql`${seesCase(viewer)} and c.division_id in (select k.node_id from division_closure k where k.ancestor_id = ${place.unit.id} and k.to_on is null)`;
    const [counts] = await ask<Record<DeskView, number>>`
      select ${join(
        VIEWS.map((one) => sql`(count(*) filter (where ${shows(one, scope)}))::int as ${raw(one)}`),
        ", ",
      )} from service_case c where ${under}`;
    const found =
      q === ""
        ? sql`true`
        : sql`(c.number = ${q} or position(${q} in c.applicant) > 0 or position(${q} in c.item_name) > 0)`;
    const [{ total } = { total: 0 }] = await ask<{ total: number }>`
      select count(*)::int as total from service_case c where ${under} and ${shows(view, scope)} and ${found}`;
    const skip = (page - 1) * CASES_PER_PAGE;
    const rows = await ask<CaseRow>`
      select ${COLUMNS}
      from service_case c join service_window w on w.id = c.window_id
      where ${under} and ${shows(view, scope)} and ${found}
      order by ${view === "ended" ? sql`c.closed_on desc, c.id desc` : sql`c.due_on nulls last, c.accepted_on, c.id`}
      limit ${CASES_PER_PAGE}::int offset ${skip}::int`;
    return {
      ...{ place, rows, total, counts, view, q, page, today },
      mayAccept: mayAnywhere(viewer, "service.accept"),
    };
  },
});

/** services.ofHousehold: what a family has applied for at the windows that the viewer reaches, the running ones first. */
export const casesOfHousehold = query({
  name: "services.ofHousehold",
  input: CasesOf,
  run: ({ sql: ask, viewer }, { household }) => ask<CaseRow>`
    select ${COLUMNS} from service_case c join service_window w on w.id = c.window_id
    where c.household_id = ${household}::uuid and ${seesCase(viewer)}
    order by c.state in ('CLOSED', 'WITHDRAWN'), c.accepted_on desc, c.id limit 50`,
});

/** A case that can be told: nothing is missing and every department is done. */
const READY = sql`(c.state = 'OPEN' and not exists (select 1 from service_part p where p.case_id = c.id and p.done_on is null))`;

function shows(view: DeskView, { viewer, today }: Pick<Scope, "viewer" | "today">): Fragment {
  const running = sql`c.state in ('OPEN', 'PAUSED')`;
  switch (view) {
    case "open":
      return running;
    case "overdue":
      return sql`(${running} and c.due_on < ${today}::date)`;
    case "paused":
      return sql`c.state = 'PAUSED'`;
    case "mine":
      return sql`(${running} and exists (select 1 from service_part p where p.case_id = c.id and p.done_on is null and p.handler_id = ${viewer.accountId}))`;
    case "ready":
      return READY;
    case "ended":
      return sql`c.state in ('CLOSED', 'WITHDRAWN')`;
  }
}
