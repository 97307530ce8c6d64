/** posts.cadre: one person of the teams: posts over time with days, and how many households lean on him; within reach. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { CadreId } from "../input.ts";
import { type PostWords, postWords } from "../words.ts";

export type CadreTenure = {
  id: string;
  postId: string;
  kind: string;
  principal: boolean;
  partyOrgId: number | null;
  team: string;
  divisionId: number;
  place: string;
  fromOn: string;
  toOn: string | null;
  source: string;
  documentNo: string | null;
  endReason: string | null;
  tags: { tag: string; assessedIn: number | null }[];
  /** It holds on the day asked. */
  running: boolean;
};
export type Cadre = {
  id: string;
  name: string;
  unit: string | null;
  tenures: CadreTenure[];
  /** The organization of the person, where the register of persons is within reach. */
  org: { id: number; name: string } | null;
  load: { households: number; done: number };
  words: PostWords;
};

export const getCadre = query({
  name: "posts.cadre",
  input: CadreId,
  run: async (scope, { id }): Promise<Cadre> => {
    const { sql, viewer, today } = scope;
    const tenures = await sql<CadreTenure & { name: string; unit: string | null }>`
      select t.id, t.person_name as name, t.person_unit as unit, p.id as "postId", p.kind, p.principal, p.party_org_id as "partyOrgId",
        coalesce(o.name, d.name) as team, t.division_id as "divisionId", d.name as place, t.from_on::text as "fromOn", t.to_on::text as "toOn", t.source,
        t.document_no as "documentNo", t.end_reason as "endReason", (t.from_on <= ${today}::date and least(t.to_on, d.closed_on, o.closed_on, 'infinity') > ${today}::date) as running,
        (select coalesce(json_agg(json_build_object('tag', g.tag, 'assessedIn', g.assessed_in) order by g.tag), '[]') from tenure_tag g where g.tenure_id = t.id) as tags
      from tenure t join post p on p.id = t.post_id join division d on d.id = t.division_id left join party_org o on o.id = p.party_org_id
      where t.person_id = ${id}::uuid and ${reachable(viewer, { division: "t.division_id" })}
      order by running desc, t.from_on desc, t.id`;
    const [latest] = tenures;
    if (!latest) throw notFound();
    return {
      ...{ id, name: latest.name, unit: latest.unit },
      tenures: tenures.map(({ name: _name, unit: _unit, ...tenure }) => tenure),
      org: await orgOf(scope, id),
      load: await loadOf(scope, id),
      words: await postWords(sql),
    };
  },
});

async function orgOf({ sql, viewer }: Scope, id: string) {
  const [org] = await sql<{ id: number; name: string }>`
    select o.id, o.name from person p join party_org o on o.id = p.party_org_id
    where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
  return org ?? null;
}

async function loadOf({ sql, viewer, today }: Scope, id: string) {
  const [load] = await sql<{ households: number; done: number }>`
    select count(distinct p.household_id) filter (where p.to_on is null or p.to_on > ${today}::date)::int as households,
      count(distinct p.household_id) filter (where p.to_on <= ${today}::date)::int as done
    from pairing p where p.helper_id = ${id}::uuid and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > p.from_on)
      and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
  return load ?? { households: 0, done: 0 };
}
