/** instructions.list: those that I have to answer, that I gave, that are late, and all that I may see; instructions.onBoard: what a board says of its units. */
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, nothing, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { BoardAsked, InstructionFilter } from "../input.ts";
import { type Kind, PER_PAGE, type State, type View } from "../instruction.ts";
import { overseesAnywhere, passesBy, sees, settledBy, toMe } from "../policy.ts";

export type InstructionRow = {
  id: string;
  divisionId: number;
  unit: string;
  kind: Kind;
  words: string | null;
  giver: string;
  fromUnit: string;
  toName: string | null;
  toUnit: string;
  toRole: string;
  givenOn: string;
  dueOn: string | null;
  status: State;
  read: boolean;
  returned: number;
  repliedOn: string | null;
  indicator: string | null;
  period: string | null;
  part: number | null;
  whole: number | null;
  light: "ok" | "watch" | "behind" | "none" | null;
  missing: number | null;
};

/** A row as every screen shows it, over n, its unit d and the giver's unit g. */
export const instructionColumns = sql`n.id, n.division_id as "divisionId", d.name as unit, n.kind, n.words, n.account_name as giver, g.name as "fromUnit",
  n.to_name as "toName", n.to_unit as "toUnit", n.to_role as "toRole", n.given_on::text as "givenOn", n.due_on::text as "dueOn", n.status,
  n.read_at is not null as read, n.returned, n.replied_on::text as "repliedOn", n.indicator, n.period, n.part, n.whole, n.light, n.missing`;
export const instructionTables = sql`instruction n join division d on d.id = n.division_id join division g on g.id = n.from_division`;

function inView(viewer: Viewer, view: View, today: string): Fragment {
  switch (view) {
    case "toMe":
      return toMe(viewer);
    case "fromMe":
      return settledBy(viewer);
    case "late": {
      const between = passesBy(viewer);
      return sql`(n.status = 'OPEN' and n.due_on < ${today}::date and (${settledBy(viewer)} or ${toMe(viewer)}${between ? sql` or ${between}` : nothing}))`;
    }
    case "all":
      return sql`true`;
  }
}

/** What presses first: late and open ones by their day, then answers, then the newest of what is over. */
const ORDER = sql`array_position(array['OPEN', 'REPLIED'], n.status) nulls last, case when n.status = 'OPEN' then n.due_on end, n.given_on desc, n.created_at desc, n.id`;

export const listInstructions = query({
  name: "instructions.list",
  input: InstructionFilter,
  run: async (scope, filter) => {
    const { viewer, today, sql: ask } = scope;
    const place = await listPlace(scope, filter.unit);
    // Without a unit in the address everything that concerns the viewer, also from elsewhere.
    const under = filter.unit
      ? sql`n.division_id in (select node_id from division_closure where ancestor_id = ${place.unit.id} and to_on is null)`
      : sql`true`;
    const here = sql`${sees(viewer)} and ${under}`;
    const [views] = await ask<Record<View, number>>`
      select count(*)::int as all, count(*) filter (where ${inView(viewer, "toMe", today)})::int as "toMe",
        count(*) filter (where ${inView(viewer, "fromMe", today)})::int as "fromMe", count(*) filter (where ${inView(viewer, "late", today)})::int as late
      from instruction n where ${here}`;
    const oversees = overseesAnywhere(viewer);
    const view = filter.view ?? (oversees && !views?.toMe ? (views?.fromMe ? "fromMe" : "all") : "toMe");
    const where = join(
      [
        ...[here, inView(viewer, view, today)],
        ...(filter.status ? [sql`n.status = ${filter.status}`] : []),
        ...(filter.kind ? [sql`n.kind = ${filter.kind}`] : []),
        ...(filter.indicator ? [sql`n.indicator = ${filter.indicator}`] : []),
      ],
      " and ",
    );
    const [{ total } = { total: 0 }] = await ask<{
      total: number;
    }>`select count(*)::int as total from instruction n where ${where}`;
    const skip = (filter.page - 1) * PER_PAGE;
    const rows = await ask<InstructionRow>`
      select ${instructionColumns} from ${instructionTables} where ${where} order by ${ORDER} limit ${PER_PAGE}::int offset ${skip}::int`;
    return {
      ...{ place, view, total, rows, oversees, from: skip + 1 },
      indicators: (await catalogOf(scope)).all,
      views: views ?? { toMe: 0, fromMe: 0, late: 0, all: 0 },
    };
  },
});
export type InstructionPage = Awaited<ReturnType<typeof listInstructions>>;

export type OnBoard = {
  id: string;
  divisionId: number;
  indicator: string;
  status: State;
  dueOn: string | null;
};

/** The newest one of each unit and indicator in the period, as far as the viewer may see it; what was called off is not shown. */
export const instructionsOnBoard = query({
  name: "instructions.onBoard",
  input: BoardAsked,
  run: ({ sql: ask, viewer }, { units, period }) =>
    ask<OnBoard>`
      select distinct on (n.division_id, n.indicator) n.id, n.division_id as "divisionId", n.indicator, n.status, n.due_on::text as "dueOn"
      from instruction n where n.division_id = any (${units}::int[]) and n.period = ${period} and n.indicator is not null and n.status <> 'WITHDRAWN' and ${sees(viewer)}
      order by n.division_id, n.indicator, n.created_at desc, n.id`,
});
