/** households.panel: how the registry of a place stands: the way from being identified to being out of poverty, causes, incomes, units below. */
import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import { POOR_STATUSES } from "../household.ts";
import { INCOME_BANDS, type IncomeBand } from "../income-band.ts";
import { PanelAsked } from "../input.ts";
import { pairedOn } from "../inside/conditions.ts";
import { bandOf, lineOf } from "../inside/income-band.ts";

/** On the register: identified, and neither removed nor dissolved. */
export const REGISTERED = ["POOR", "PRE_EXIT", "RETURNED", "EXITED"] as const;

export type Count = { households: number; persons: number };
export type PanelUnit = {
  id: number;
  name: string;
  poor: number;
  exited: number;
  returned: number;
  below: number;
  all: number;
};
export type Panel = {
  place: ListPlace;
  all: Count;
  byStatus: Record<string, Count>;
  /** Of those still poor, the ones with a helper today. */
  paired: number;
  /** Most households first; null = no cause is recorded. */
  causes: (Count & { code: string | null })[];
  bands: Record<IncomeBand, Count>;
  units: PanelUnit[];
};

const NOBODY: Count = { households: 0, persons: 0 };

export const registryPanel = query({
  name: "households.panel",
  input: PanelAsked,
  may: opensHouseholds,
  run: async (scope, { unit }): Promise<Panel> => {
    const place = await listPlace(scope, unit);
    const mine = sql`${place.holds({ division: "h.division_id", household: "h.id" })} and h.status = any (${[...REGISTERED]}::text[])`;
    type Row = Count & { status: string | null; cause: string | null; band: IncomeBand | null; sort: number };
    const rows = await scope.sql<Row>`
      select x.status, x.main_cause as cause, x.band, grouping(x.status, x.main_cause, x.band) as sort, count(*)::int as households, coalesce(sum(x.member_count), 0)::int as persons
      from (select h.status, h.main_cause, h.member_count, ${bandOf} as band from household h ${lineOf} where ${mine}) x
      group by grouping sets ((x.status), (x.main_cause), (x.band), ())`;
    const [{ paired } = { paired: 0 }] = await scope.sql<{ paired: number }>`
      select count(*)::int as paired from household h where ${mine} and h.status = any (${[...POOR_STATUSES]}::text[]) and ${pairedOn(scope.today)}`;
    // grouping() tells by bits which column a row does not speak of: 3 = by status, 5 = by cause, 6 = by band, 7 = all.
    const of = (sort: number) => rows.filter((row) => row.sort === sort);
    const count = ({ households, persons }: Count): Count => ({ households, persons });
    const byBand = (band: IncomeBand) => of(6).find((row) => row.band === band) ?? NOBODY;
    const below = place.below.map(({ id }) => id);
    const units = await scope.sql<PanelUnit>`
      select d.id, d.name, x.* from unnest(${below}::int[]) with ordinality a (id, at) join division d on d.id = a.id
      join lateral (select count(*)::int as all, count(*) filter (where h.status in ('POOR', 'PRE_EXIT'))::int as poor, count(*) filter (where h.status = 'EXITED')::int as exited,
          count(*) filter (where h.status = 'RETURNED')::int as returned, count(*) filter (where ${bandOf} = 'below')::int as below
        from household h ${lineOf} where ${mine} and h.division_id in (select c.node_id from division_closure c where c.ancestor_id = a.id and c.to_on is null)) x on true
      order by a.at`;
    return {
      place,
      all: count(of(7)[0] ?? NOBODY),
      byStatus: Object.fromEntries(of(3).map((row) => [row.status ?? "", count(row)])),
      paired,
      causes: of(5)
        .map((row) => ({ code: row.cause, ...count(row) }))
        .sort((a, b) => b.households - a.households || String(a.code).localeCompare(String(b.code))),
      bands: Object.fromEntries(INCOME_BANDS.map((band) => [band, count(byBand(band))])) as Panel["bands"],
      units: units.filter((row) => row.all > 0),
    };
  },
});
