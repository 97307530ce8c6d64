/** needs.list, needs.ofHousehold, needs.ofVisit: needs under a unit by view and filter; of one household; and heard on one visit. */

import { mayAnywhere, opensHouseholds } from "#lib/domains/accounts/roles.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, nothing, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { needCategories } from "../categories.ts";
import { NeedFilter, NeedsOf, NeedsOfVisit, Nothing } from "../input.ts";
import { overdue } from "../inside/overdue.ts";
import { sees } from "../inside/subject.ts";
import { confirmsFor, liesWith } from "../inside/waits.ts";
import {
  type Level,
  NEEDS_PER_PAGE,
  type Source,
  type State,
  type Urgency,
  type Verdict,
  type View,
} from "../need.ts";
import { handledBefore, isHandler, OWN } from "../policy.ts";

export type NeedRow = {
  id: string;
  householdId: string | null;
  about: string;
  place: string;
  source: Source;
  category: string;
  urgency: Urgency;
  words: string | null;
  raisedOn: string;
  level: Level;
  status: State;
  handlerUnit: string | null;
  handlerName: string | null;
  dueOn: string;
  pausedOn: string | null;
  result: string | null;
  doneOn: string | null;
  verdict: Verdict | null;
  closedOn: string | null;
  reopened: number;
  overdue: boolean;
};

/** A row as every list shows it; whether it is late is told by the database, in one place. */
export const needColumns = (
  today: string,
) => sql`n.id, n.household_id as "householdId", n.about, d.name as place, n.source, n.category, n.urgency, n.words, n.raised_on::text as "raisedOn",
  n.level, n.status, n.handler_unit as "handlerUnit", n.handler_name as "handlerName", n.due_on::text as "dueOn", n.paused_on::text as "pausedOn",
  n.result, n.done_on::text as "doneOn", n.verdict, n.closed_on::text as "closedOn", n.reopened, ${overdue(today)} as overdue`;

export type NeedPage = {
  place: ListPlace;
  total: number;
  from: number;
  rows: NeedRow[];
  /** How many each view holds under the unit, whatever else is filtered. */
  views: Record<View, number>;
  categories: Entry[];
};

/** A department sees what was put into its hands, and nothing else. */
export const opensNeeds = (viewer: Viewer) => opensHouseholds(viewer) || mayAnywhere(viewer, "need.answer");

const held = ({ viewer }: Pick<Scope, "viewer">, place: ListPlace): Fragment =>
  sql`(${place.holds(OWN)} or ${isHandler(viewer)} or ${handledBefore})`;

type Asking = Pick<Scope, "viewer" | "today">;
function inView({ viewer, today }: Asking, view: View): Fragment {
  switch (view) {
    case "waiting":
      return sql`(${liesWith(viewer) ?? sql`false`})`;
    case "mine":
      return sql`(n.handler_account = ${viewer.accountId} or n.raised_by = ${viewer.accountId} or ${handledBefore})`;
    case "overdue":
      return overdue(today);
    case "confirm":
      return sql`n.status = 'DONE'`;
    case "all":
      return sql`true`;
  }
}

const chosen = ({ q, category, status, level, urgency }: NeedFilter): Fragment[] => [
  ...(q ? [sql`n.id = any (array(select unnest(sec.needs_like(${q}))))`] : []),
  ...(category ? [sql`n.category = ${category}`] : []),
  ...(status ? [sql`n.status = ${status}`] : []),
  ...(level ? [sql`n.level = ${level}`] : []),
  ...(urgency ? [sql`n.urgency = ${urgency}`] : []),
];

/** What presses first: the late ones, then by the day they are due; what is over comes last, newest first. */
const ORDER = sql`n.status not in ('OPEN', 'HANDLING', 'DONE'), case when n.status in ('OPEN', 'HANDLING', 'DONE') then n.due_on end, n.raised_on desc, n.id`;

/** The rows of a list, for the screen a page of them, for a workbook all. */
export const needRows = (scope: Asking, place: ListPlace, filter: NeedFilter, page: Fragment): Fragment => {
  const where = join(
    [held(scope, place), sql`n.status <> 'WITHDRAWN'`, inView(scope, filter.view), ...chosen(filter)],
    " and ",
  );
  return sql`select ${needColumns(scope.today)} from (select * from need n where ${where} order by ${ORDER} ${page}) n join division d on d.id = n.division_id order by ${ORDER}`;
};

export const listNeeds = query({
  name: "needs.list",
  input: NeedFilter,
  may: opensNeeds,
  run: async (scope, filter): Promise<NeedPage> => {
    const place = await listPlace(scope, filter.unit);
    const here = sql`${held(scope, place)} and n.status <> 'WITHDRAWN'`;
    const [views] = await scope.sql<Record<View, number>>`
      select count(*)::int as all, count(*) filter (where ${inView(scope, "waiting")})::int as waiting, count(*) filter (where ${inView(scope, "mine")})::int as mine,
        count(*) filter (where ${inView(scope, "overdue")})::int as overdue, count(*) filter (where ${inView(scope, "confirm")})::int as confirm
      from need n where ${here}`;
    const conditions = join([here, inView(scope, filter.view), ...chosen(filter)], " and ");
    const [{ total } = { total: 0 }] = await scope.sql<{ total: number }>`
      select count(*)::int as total from need n where ${conditions}`;
    const skip = (filter.page - 1) * NEEDS_PER_PAGE;
    const rows =
      await scope.sql<NeedRow>`${needRows(scope, place, filter, sql`limit ${NEEDS_PER_PAGE}::int offset ${skip}::int`)}`;
    return {
      ...{ place, total, from: skip + 1, rows, categories: await needCategories(scope.sql) },
      views: views ?? { all: 0, waiting: 0, mine: 0, overdue: 0, confirm: 0 },
    };
  },
});
/** Every row of a list, for a workbook. */
export const allNeedRows = (scope: Asking, place: ListPlace, filter: NeedFilter) =>
  needRows(scope, place, filter, nothing);

export const needsOfHousehold = query({
  name: "needs.ofHousehold",
  input: NeedsOf,
  run: async ({ sql: ask, viewer, today }, { household }) => ({
    rows: await ask<NeedRow>`
      select ${needColumns(today)} from need n join division d on d.id = n.division_id
      where n.household_id = ${household}::uuid and n.status <> 'WITHDRAWN' and ${sees(viewer)} order by ${ORDER} limit 100`,
    categories: await needCategories(ask),
  }),
});

export const needsOfVisit = query({
  name: "needs.ofVisit",
  input: NeedsOfVisit,
  run: async ({ sql: ask, viewer, today }, { visit }) => ({
    rows: await ask<NeedRow>`
      select ${needColumns(today)} from need n join division d on d.id = n.division_id
      where n.visit_id = ${visit}::uuid and n.status <> 'WITHDRAWN' and ${sees(viewer)} order by n.created_at, n.id limit 20`,
    categories: await needCategories(ask),
  }),
});

/** needs.toConfirm: results that wait for a household's word, of the households that I visit; what is done longest stands first. */
export const needsToConfirm = query({
  name: "needs.toConfirm",
  input: Nothing,
  run: async ({ sql: ask, viewer, today }) => {
    const mine = confirmsFor(viewer);
    if (mine === null) return { rows: [], categories: [] };
    return {
      rows: await ask<NeedRow>`
        select ${needColumns(today)} from need n join division d on d.id = n.division_id where ${mine} and ${sees(viewer)} order by n.done_on, n.id limit 30`,
      categories: await needCategories(ask),
    };
  },
});
