/** The register of pairings: who helps whom, since when, and how many households each helper has. */

import { opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { HouseholdOfPairings, PairingFilter } from "../input.ts";
import { PAGE_SIZE } from "../pairing.ts";
import { uncoveredIn } from "./uncovered.ts";

export type PairingRow = {
  id: string;
  householdId: string;
  headName: string;
  place: string;
  groupName: string | null;
  helperId: string;
  helperName: string;
  helperUnit: string | null;
  kind: string;
  fromOn: string;
  toOn: string | null;
  endReason: string | null;
  /** Households that this helper has today, as far as the viewer reaches. */
  load: number;
  rank: string | null;
  /** Entered today by the viewer: may still be taken back. */
  undoable: boolean;
};

export type PairingPage = {
  place: ListPlace;
  total: number;
  uncovered: number;
  rows: PairingRow[];
  next: string | null;
};

function conditionsOf(scope: Scope, place: ListPlace, filter: PairingFilter): Fragment {
  const { today } = scope;
  const conditions = [place.holds({ division: "p.division_id", household: "p.household_id" })];
  conditions.push(sql`(p.to_on is null or p.to_on > p.from_on)`);
  if (filter.state === "current")
    conditions.push(sql`p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)`);
  if (filter.state === "planned") conditions.push(sql`p.from_on > ${today}::date`);
  if (filter.state === "ended") conditions.push(sql`p.to_on <= ${today}::date`);
  if (filter.kinds.length > 0) conditions.push(sql`p.kind = any (${filter.kinds}::text[])`);
  if (filter.helper) conditions.push(sql`p.helper_id = ${filter.helper}::uuid`);
  if (filter.household) conditions.push(sql`p.household_id = ${filter.household}::uuid`);
  if (filter.q)
    conditions.push(
      sql`(position(${filter.q} in p.helper_name) > 0 or position(${filter.q} in p.helper_unit) > 0)`,
    );
  return join(conditions, " and ");
}

const columns = (scope: Scope) => sql`
  p.id, p.household_id as "householdId", h.head_name as "headName", d.name as place, h.group_name as "groupName", p.helper_id as "helperId",
  p.helper_name as "helperName", p.helper_unit as "helperUnit", p.kind, p.from_on::text as "fromOn", p.to_on::text as "toOn",
  p.end_reason as "endReason", (select rank from person where id = p.helper_id) as rank,
  (select count(distinct o.household_id)::int from pairing o where o.helper_id = p.helper_id and o.from_on <= ${scope.today}::date
    and (o.to_on is null or o.to_on > ${scope.today}::date)) as load,
  (p.account_id = ${scope.viewer.accountId} and p.end_reason is null and (p.created_at at time zone 'Asia/Shanghai')::date = beijing_today()) as undoable`;

export const listPairings = query({
  name: "pairings.list",
  input: PairingFilter,
  may: opensHouseholds,
  run: async (scope, filter): Promise<PairingPage> => {
    const place = await listPlace(scope, filter.unit);
    const conditions = conditionsOf(scope, place, filter);
    const [count] = await scope.sql<{ total: number; uncovered: number }>`
      select (select count(*)::int from pairing p where ${conditions}) as total,
        (select count(*)::int from household h where ${uncoveredIn(scope, place)}) as uncovered`;
    const behind = filter.after
      ? sql`(p.from_on, p.id) < (select a.from_on, a.id from pairing a where a.id = ${filter.after}::uuid)`
      : sql`true`;
    const found = await scope.sql<PairingRow>`
      select ${columns(scope)}
      from (select * from pairing p where ${conditions} and ${behind} order by p.from_on desc, p.id desc limit ${PAGE_SIZE + 1}::int) p
      join household h on h.id = p.household_id join division d on d.id = h.division_id
      order by p.from_on desc, p.id desc`;
    const rows = found.slice(0, PAGE_SIZE);
    return {
      place,
      total: count?.total ?? 0,
      uncovered: count?.uncovered ?? 0,
      rows,
      next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
    };
  },
});

/** All pairings that one household ever had, newest first; what was taken back as a mistake is not among them. */
export const pairingsOfHousehold = query({
  name: "pairings.ofHousehold",
  input: HouseholdOfPairings,
  run: (scope, { household }) => scope.sql<PairingRow>`
    select ${columns(scope)} from pairing p join household h on h.id = p.household_id join division d on d.id = h.division_id
    where p.household_id = ${household}::uuid and ${reachable(scope.viewer, { division: "p.division_id", household: "p.household_id" })} and (p.to_on is null or p.to_on > p.from_on) order by p.from_on desc, p.id desc`,
});
