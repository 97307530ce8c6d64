/** Which unit has which village: the villages of a place with their units or without, those of a village, those of an organization. */
import { mayAnywhere, opensHouseholds } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { VILLAGES_PAGE } from "../unit-village.ts";
import { OfOrg, UnitVillageId, VillageAsked, VillageFilter } from "../unit-village-input.ts";

export type UnitVillage = {
  id: string;
  divisionId: number;
  village: string;
  /** What lies above the village. */
  above: string | null;
  unit: string;
  orgId: number | null;
  orgName: string | null;
  contact: string | null;
  fromOn: string;
  toOn: string | null;
  endReason: string | null;
};

const columns = sql`u.id, u.division_id as "divisionId", d.name as village, a.name as above, u.unit, u.org_id as "orgId", o.name as "orgName", u.contact,
  u.from_on::text as "fromOn", u.to_on::text as "toOn", u.end_reason as "endReason"`;
const joined = sql`from unit_village u join division d on d.id = u.division_id left join division a on a.id = d.parent_id left join party_org o on o.id = u.org_id`;
/** Taken back = never was. */
const was = sql`(u.to_on is null or u.to_on > u.from_on)`;
const holds = (today: string): Fragment =>
  sql`u.from_on <= ${today}::date and (u.to_on is null or u.to_on > ${today}::date)`;

/** Nobody's household: of a village nothing is seen but by reach. */
const NO_HOUSEHOLD = "null::uuid";

export type VillageRow = { villageId: number; name: string; above: string | null; units: UnitVillage[] };

export const listUnitVillages = query({
  name: "unitVillages.list",
  input: VillageFilter,
  may: opensHouseholds,
  run: async (scope, { unit, show, q, page }) => {
    const { today, viewer } = scope;
    const place = await listPlace(scope, unit);
    const village = sql`d.level = 'VILLAGE' and d.closed_on is null and ${place.holds({ division: "d.id", household: NO_HOUSEHOLD })}`;
    const taken = sql`exists (select 1 from unit_village u where u.division_id = d.id and ${holds(today)})`;
    const named = q
      ? sql`exists (select 1 from unit_village u where u.division_id = d.id and ${holds(today)} and position(${q} in u.unit) > 0)`
      : sql`true`;
    const shown = show === "taken" ? taken : show === "free" ? sql`not ${taken}` : sql`true`;
    const [count] = await scope.sql<{ all: number; taken: number; total: number }>`
      select count(*)::int as all, (count(*) filter (where ${taken}))::int as taken, (count(*) filter (where ${shown} and ${named}))::int as total
      from division d where ${village}`;
    const { all, taken: had, total } = count ?? { all: 0, taken: 0, total: 0 };
    const rows = await scope.sql<VillageRow>`
      select v.id as "villageId", v.name, above.name as above, coalesce((select json_agg(x order by x."fromOn", x.unit) from (
          select ${columns} ${joined} where u.division_id = v.id and ${was} and (u.to_on is null or u.to_on > ${today}::date)) x), '[]') as units
      from (select d.id, d.name, d.code, d.parent_id from division d where ${village} and ${shown} and ${named}
        order by d.code nulls last, d.id offset ${(page - 1) * VILLAGES_PAGE}::int limit ${VILLAGES_PAGE}::int) v
      left join division above on above.id = v.parent_id order by v.code nulls last, v.id`;
    return {
      ...{ place, total, rows, counts: { all, taken: had, free: all - had } },
      from: (page - 1) * VILLAGES_PAGE + 1,
      mayTake: mayAnywhere(viewer, "pairing.edit"),
    };
  },
});

/** All that ever had this village, the newest first; nobody's where the asker does not reach it. */
export const unitsOfVillage = query({
  name: "unitVillages.ofVillage",
  input: VillageAsked,
  run: async (scope, { unit }): Promise<UnitVillage[]> => {
    const id = Number(unit);
    if (!reaches(scope.viewer, id)) return [];
    return scope.sql<UnitVillage>`select ${columns} ${joined} where u.division_id = ${id}::int and ${was} order by u.from_on desc, u.id desc`;
  },
});

/** The villages that a Party organization's unit has or had, as far as the asker reaches. */
export const villagesOfOrg = query({
  name: "unitVillages.ofOrg",
  input: OfOrg,
  run: (scope, { orgId }) => scope.sql<UnitVillage>`
    select ${columns} ${joined} where u.org_id = ${orgId}::int and ${was} and ${reachable(scope.viewer, { division: "u.division_id" })}
    order by u.to_on is not null, u.from_on desc, u.id desc limit 100`,
});

export type UnitVillageDetail = UnitVillage & { version: number; undoable: boolean };

export const getUnitVillage = query({
  name: "unitVillages.get",
  input: UnitVillageId,
  run: async (scope, { id }): Promise<UnitVillageDetail> => {
    const [one] = await scope.sql<UnitVillageDetail>`
      select ${columns}, u.version, (u.account_id = ${scope.viewer.accountId} and u.to_on is null
        and (u.created_at at time zone 'Asia/Shanghai')::date = beijing_today()) as undoable
      ${joined} where u.id = ${id}::uuid and ${was} and ${reachable(scope.viewer, { division: "u.division_id" })}`;
    if (!one) throw notFound();
    return one;
  },
});

export type UnitVillageForm = {
  village: { id: number; name: string; trail: string } | null;
  orgs: { id: number; name: string; place: string }[];
};

/** For the form: the village, and the organizations found by a part of their name. */
export const unitVillageForm = query({
  name: "unitVillages.form",
  input: VillageAsked.extend(VillageFilter.pick({ q: true }).shape),
  may: (viewer) => mayAnywhere(viewer, "pairing.edit"),
  run: async (scope, { unit, q }): Promise<UnitVillageForm> => {
    const id = /^\d{1,9}$/.test(unit ?? "") ? Number(unit) : 0;
    const [village] = await scope.sql<{ id: number; name: string; trail: string }>`
      select d.id, d.name, (select string_agg(a.name, ' ' order by c.depth desc) from division_closure c join division a on a.id = c.ancestor_id
        where c.node_id = d.id and c.to_on is null and a.level in ('COUNTY', 'TOWNSHIP')) as trail
      from division d where d.id = ${id}::int and d.level = 'VILLAGE' and d.closed_on is null`;
    const reached = village && reaches(scope.viewer, village.id) ? village : null;
    const orgs = q
      ? await scope.sql<{ id: number; name: string; place: string }>`
          select o.id, o.name, d.name as place from party_org o join division d on d.id = o.division_id
          where o.closed_on is null and position(${q} in o.name) > 0 order by d.code nulls last, o.id limit 20`
      : [];
    return { village: reached, orgs };
  },
});
