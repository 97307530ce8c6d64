/** measures.list, measures.ofHousehold, measures.get: measures under a unit by year, category and helping unit; of a household; and one. */

import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { measureCategories } from "../categories.ts";
import { MeasureFilter, MeasureId, MeasuresOf } from "../input.ts";
import { MEASURES_PER_PAGE, type MeasureRow } from "../measure.ts";

const COLUMNS = sql`m.id, m.household_id as "householdId", h.head_name as "headName", h.household_no as "householdNo", d.name as place, m.year, m.category,
  m.project, m.unit, m.content, m.amount_fen as "amountFen", m.from_on::text as "fromOn", m.to_on::text as "toOn", m.status, m.result, m.gain_fen as "gainFen",
  m.signed, m.version`;
const OWN = { division: "m.division_id", household: "m.household_id" };

/** Of what the filter leaves: how many, for how many households, with how much money and gain. */
export type MeasureSum = {
  category: string;
  measures: number;
  households: number;
  /** Null where none of them says how much. */
  amountFen: bigint | null;
  gainFen: bigint | null;
};
export type MeasurePage = {
  place: ListPlace;
  total: number;
  from: number;
  rows: MeasureRow[];
  sums: MeasureSum[];
  categories: Entry[];
};

const chosen = ({ by, category, year, status }: MeasureFilter): Fragment[] => [
  sql`m.status <> 'WITHDRAWN'`,
  ...(by ? [sql`position(${by} in coalesce(m.unit, '')) > 0`] : []),
  ...(category ? [sql`m.category = ${category}`] : []),
  ...(year ? [sql`m.year = ${year}`] : []),
  ...(status ? [sql`m.status = ${status}`] : []),
];

export const listMeasures = query({
  name: "measures.list",
  input: MeasureFilter,
  run: async (scope, filter): Promise<MeasurePage> => {
    const place = await listPlace(scope, filter.unit);
    const where = join([place.holds(OWN), ...chosen(filter)], " and ");
    const sums = await scope.sql<MeasureSum>`
      select m.category, count(*)::int as measures, count(distinct m.household_id)::int as households,
        sum(m.amount_fen)::bigint as "amountFen", sum(m.gain_fen)::bigint as "gainFen"
      from measure m where ${where} group by m.category`;
    const skip = (filter.page - 1) * MEASURES_PER_PAGE;
    const rows = await scope.sql<MeasureRow>`
      select ${COLUMNS} from (select * from measure m where ${where} order by m.year desc, m.id limit ${MEASURES_PER_PAGE}::int offset ${skip}::int) m
      join household h on h.id = m.household_id join division d on d.id = m.division_id order by m.year desc, m.id`;
    const total = sums.reduce((sum, { measures }) => sum + measures, 0);
    return { place, total, from: skip + 1, rows, sums, categories: await measureCategories(scope.sql) };
  },
});

export const measuresOfHousehold = query({
  name: "measures.ofHousehold",
  input: MeasuresOf,
  run: async ({ sql: ask, viewer }, { household }) => ({
    rows: await ask<MeasureRow>`
      select ${COLUMNS} from measure m join household h on h.id = m.household_id join division d on d.id = m.division_id
      where m.household_id = ${household}::uuid and m.status <> 'WITHDRAWN' and ${reachable(viewer, OWN)}
      order by m.status <> 'RUNNING', m.year desc, m.from_on desc nulls last, m.id limit 200`,
    categories: await measureCategories(ask),
  }),
});

export const getMeasure = query({
  name: "measures.get",
  input: MeasureId,
  run: async ({ sql: ask, viewer }, { id }) => {
    const [measure] = await ask<MeasureRow & { divisionId: number }>`
      select ${COLUMNS}, m.division_id as "divisionId" from measure m join household h on h.id = m.household_id join division d on d.id = m.division_id
      where m.id = ${id}::uuid and m.status <> 'WITHDRAWN' and ${reachable(viewer, OWN)}`;
    if (!measure) throw notFound();
    return { measure, categories: await measureCategories(ask) };
  },
});
