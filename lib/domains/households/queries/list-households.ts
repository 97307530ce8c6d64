/** The household list: one page of rows with how many there are in all, under a unit and within reach. */
import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { PAGE_SIZE } from "../household.ts";
import { HouseholdFilter } from "../input.ts";
import { type Asking, conditionsOf } from "../inside/conditions.ts";
import { beyond, orderOf } from "../inside/order.ts";

export type HouseholdRow = {
  id: string;
  householdNo: string;
  headName: string;
  place: string;
  above: string | null;
  groupName: string | null;
  status: string;
  attribute: string | null;
  mainCause: string | null;
  memberCount: number;
  incomePerHeadFen: bigint | null;
  phone: string | null;
  lastVisitOn: string | null;
  helperName: string | null;
  helperUnit: string | null;
};

export type HouseholdPage = {
  place: ListPlace;
  total: number;
  rows: HouseholdRow[];
  /** Behind which row the next page begins, before which the previous one ends. */
  next: string | null;
  previous: string | null;
};

const selected = (today: string, households: Fragment, order: Fragment) => sql`
    select h.id, h.household_no as "householdNo", h.head_name as "headName", d.name as place, up.name as above,
      h.group_name as "groupName", h.status, h.attribute, h.main_cause as "mainCause", h.member_count as "memberCount",
      h.income_per_head_fen as "incomePerHeadFen", h.phone, h.last_visit_on::text as "lastVisitOn",
      helper.helper_name as "helperName", helper.helper_unit as "helperUnit"
    from ${households} h
    join division d on d.id = h.division_id left join division up on up.id = d.parent_id
    left join lateral (select p.helper_name, p.helper_unit from pairing p
      where p.household_id = h.id and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)
      order by p.kind <> 'FIRST_HELPER', p.kind <> 'PARTY_MEMBER_LINK', p.from_on, p.id limit 1) helper on true
    order by ${order}`;

async function householdRows(
  asking: Asking,
  place: ListPlace,
  filter: HouseholdFilter,
  limit: number,
): Promise<HouseholdRow[]> {
  const households = sql`(select * from household h where ${conditionsOf(asking, place, filter)} and ${beyond(filter)}
    order by ${orderOf(filter)} limit ${limit}::int)`;
  const rows = await asking.sql<HouseholdRow>`${selected(asking.today, households, orderOf(filter))}`;
  return filter.before ? rows.reverse() : rows;
}

/** All of them in the same order, for a stream. */
export const allHouseholds = (asking: Asking, place: ListPlace, filter: HouseholdFilter): Fragment =>
  selected(
    asking.today,
    sql`(select * from household h where ${conditionsOf(asking, place, filter)})`,
    orderOf({ ...filter, after: undefined, before: undefined }),
  );

export const listHouseholds = query({
  name: "households.list",
  input: HouseholdFilter,
  // Whom no role opens the register to is told so by name, instead of being shown an empty one.
  may: opensHouseholds,
  run: async (scope, filter): Promise<HouseholdPage> => {
    const place = await listPlace(scope, filter.unit);
    const [count] = await scope.sql<{ total: number }>`
      select count(*)::int as total from household h where ${conditionsOf(scope, place, filter)}`;
    const found = await householdRows(scope, place, filter, PAGE_SIZE + 1);
    const more = found.length > PAGE_SIZE;
    const rows = filter.before ? found.slice(more ? 1 : 0) : found.slice(0, PAGE_SIZE);
    const goesOn = filter.before ? true : more;
    const wentBefore = filter.before ? more : filter.after !== undefined;
    return {
      place,
      total: count?.total ?? 0,
      rows,
      next: goesOn ? (rows.at(-1)?.id ?? null) : null,
      previous: wentBefore ? (rows[0]?.id ?? null) : null,
    };
  },
});
