/** talent.getDemand: one demand with whoever holds and held its places, and, for who keeps it, the talent that could take one. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ThingId } from "../input.ts";
import { holdsOn } from "../inside/conditions.ts";
import { mayKeep } from "../inside/subject.ts";
import type { TalentKind } from "../talent.ts";

export type Filling = {
  id: string;
  talentId: string;
  /** Null where the talent is out of reach. */
  name: string | null;
  fromOn: string;
  toOn: string | null;
  releasedWhy: string | null;
  now: boolean;
};
export type Candidate = { id: string; name: string; unitName: string; kind: TalentKind };
type Facts = {
  id: string;
  divisionId: number;
  place: string;
  unitName: string;
  post: string;
  kind: TalentKind;
  wanted: number;
  fromOn: string;
  toOn: string | null;
  closedWhy: string | null;
  note: string | null;
  version: number;
};
export type DemandDetail = Facts & { fillings: Filling[]; candidates: Candidate[]; mayKeep: boolean };

/** More than these are looked for by their name on the list of talent. */
const MOST_CANDIDATES = 200;

export const getDemand = query({
  name: "talent.getDemand",
  input: ThingId,
  run: async (scope, { id }): Promise<DemandDetail> => {
    const { viewer, today } = scope;
    const [demand] = await scope.sql<Facts>`
      select d.id, d.division_id as "divisionId", v.name as place, d.unit_name as "unitName", d.post, d.kind, d.wanted,
        d.from_on::text as "fromOn", d.to_on::text as "toOn", d.closed_why as "closedWhy", d.note, d.version
      from talent_demand d join division v on v.id = d.division_id
      where d.id = ${id}::uuid and ${reachable(viewer, { division: "d.division_id" })}`;
    if (!demand) throw notFound();
    const fillings = await scope.sql<Filling>`
      select f.id, f.talent_id as "talentId", t.name, f.from_on::text as "fromOn", f.to_on::text as "toOn", f.released_why as "releasedWhy",
        ${holdsOn("f", today)} as now
      from talent_filling f left join talent t on t.id = f.talent_id and ${reachable(viewer, { division: "t.division_id" })}
      where f.demand_id = ${id}::uuid and f.to_on is distinct from f.from_on order by f.from_on desc, f.id`;
    const keeps = mayKeep(viewer, demand);
    const candidates =
      keeps && demand.toOn === null
        ? await scope.sql<Candidate>`
          select t.id, t.name, t.unit_name as "unitName", t.kind from talent t
          where ${holdsOn("t", today)} and ${reachable(viewer, { division: "t.division_id" })}
            and not exists (select 1 from talent_filling f where f.talent_id = t.id and (f.to_on is null or f.to_on > ${today}::date))
          order by t.kind <> ${demand.kind}, t.division_id <> ${demand.divisionId}, t.pinyin, t.id limit ${MOST_CANDIDATES}::int`
        : [];
    return { ...demand, fillings, candidates, mayKeep: keeps };
  },
});
