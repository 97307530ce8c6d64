/** Whom one may choose as a helper, told apart by unit and post; how many households each has; and the households chosen to be paired. */

import { mayAnywhere, opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { HelperSearch, HouseholdsToPair, PairingFilter, PairingId } from "../input.ts";
import { limitsOn } from "../inside/load.ts";

export type Candidate = {
  id: string;
  name: string;
  unit: string | null;
  post: string | null;
  place: string;
  rank: string | null;
  politicalStatus: string | null;
  load: number;
};

export const findHelpers = query({
  name: "pairings.findHelpers",
  input: HelperSearch,
  may: (viewer) => mayAnywhere(viewer, "pairing.edit"),
  run: async (scope, { q }): Promise<Candidate[]> => {
    if (q === "") return [];
    const { word, grams, letters } = searchTerms(q);
    return scope.sql<Candidate>`
      select p.id, p.name, p.unit_name as unit, p.post, d.name as place, p.rank, p.political_status as "politicalStatus",
        (select count(distinct o.household_id)::int from pairing o where o.helper_id = p.id and o.from_on <= ${scope.today}::date
          and (o.to_on is null or o.to_on > ${scope.today}::date)) as load
      from (select subject_id::uuid as id, at from sec.search(${word}, ${grams}::text[], ${letters}, array['person'], 60)
        with ordinality found (kind, subject_id, division_id, title, detail, place, quality, at) offset 0) s
      join person p on p.id = s.id join division d on d.id = p.division_id
      order by p.unit_name is null, s.at limit 20`;
  },
});

/** The limits of load by rank in force today. */
export const loadLimits = query({
  name: "pairings.loadLimits",
  input: HelperSearch,
  run: (scope): Promise<Record<string, number>> => limitsOn(scope.sql, scope.today),
});

export type ChosenHousehold = {
  id: string;
  headName: string;
  householdNo: string;
  place: string;
  groupName: string | null;
  helpers: string | null;
};

export const householdsChosen = query({
  name: "pairings.householdsChosen",
  input: HouseholdsToPair,
  run: (scope, { ids }) => scope.sql<ChosenHousehold>`
    select h.id, h.head_name as "headName", h.household_no as "householdNo", d.name as place, h.group_name as "groupName",
      (select string_agg(p.helper_name, '、' order by p.from_on) from pairing p where p.household_id = h.id
        and p.from_on <= ${scope.today}::date and (p.to_on is null or p.to_on > ${scope.today}::date)) as helpers
    from household h join division d on d.id = h.division_id where h.id = any (${ids}::uuid[]) and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })} order by h.household_no`,
});

export type HelperLoad = {
  helperId: string;
  name: string;
  unit: string | null;
  rank: string | null;
  load: number;
};

/** Helpers under a unit by how many households they have there. */
export const helperLoads = query({
  name: "pairings.helperLoads",
  input: PairingFilter,
  may: opensHouseholds,
  run: async (scope, filter) => {
    const place = await listPlace(scope, filter.unit);
    const rows = await scope.sql<HelperLoad>`
      select l.*, (select rank from person where id = l."helperId") as rank
      from (select p.helper_id as "helperId", min(p.helper_name) as name, min(p.helper_unit) as unit, count(distinct p.household_id)::int as load
        from pairing p where ${place.holds({ division: "p.division_id", household: "p.household_id" })}
          and p.from_on <= ${scope.today}::date and (p.to_on is null or p.to_on > ${scope.today}::date)
        group by p.helper_id order by load desc, name, p.helper_id limit 200) l
      order by l.load desc, l.name, l."helperId"`;
    return { place, rows };
  },
});

export type PairingDetail = {
  id: string;
  householdId: string;
  headName: string;
  divisionId: number;
  helperName: string;
  helperUnit: string | null;
  kind: string;
  fromOn: string;
  toOn: string | null;
  /** Entered today by the viewer: may still be taken back. */
  undoable: boolean;
};

export const getPairing = query({
  name: "pairings.get",
  input: PairingId,
  run: async (scope, { id }): Promise<PairingDetail> => {
    const [pairing] = await scope.sql<PairingDetail>`
      select p.id, p.household_id as "householdId", h.head_name as "headName", h.division_id as "divisionId", p.helper_name as "helperName",
        p.helper_unit as "helperUnit", p.kind, p.from_on::text as "fromOn", p.to_on::text as "toOn",
        (p.account_id = ${scope.viewer.accountId} and p.end_reason is null and (p.created_at at time zone 'Asia/Shanghai')::date = beijing_today()) as undoable
      from pairing p join household h on h.id = p.household_id where p.id = ${id}::uuid and ${reachable(scope.viewer, { division: "h.division_id", household: "h.id" })}`;
    if (!pairing) throw notFound();
    return pairing;
  },
});
