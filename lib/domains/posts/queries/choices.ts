/** What the forms of posts offer: the unit or organization whose team is set up, and people to appoint, told apart by unit and posts. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { PeopleSought, SetUpAsked } from "../input.ts";
import { standardAt } from "../inside/standard.ts";
import { type PostWords, postWords } from "../words.ts";

export type SetUpView = {
  divisionId: number;
  name: string;
  level: string;
  orgId: number | null;
  orgName: string | null;
  /** The organization that leads in the place and takes the Party's posts. */
  leading: { id: number; name: string } | null;
  /** Villages under it, and how many of them have no posts yet. */
  villages: number;
  villagesWithout: number;
  /** Kinds that its team has already. */
  has: string[];
  /** Places of the usual team there, and of that of a village under it. */
  usual: Readonly<Record<string, number>>;
  usualVillage: Readonly<Record<string, number>>;
  words: PostWords;
};

export const setUpChoices = query({
  name: "posts.setUpChoices",
  input: SetUpAsked,
  run: async (scope, { divisionId, orgId }): Promise<SetUpView> => {
    const { sql, viewer } = scope;
    const [unit] = await sql<Omit<SetUpView, "words" | "usual" | "usualVillage">>`
      select d.id as "divisionId", d.name, d.level, o.id as "orgId", o.name as "orgName",
        (select json_build_object('id', l.id, 'name', l.name) from party_org l where l.division_id = d.id and l.setting = 'TERRITORIAL' and l.closed_on is null
          order by array_position(array['COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'], l.kind) nulls last, l.id limit 1) as leading,
        (select count(*)::int from division_closure c join division v on v.id = c.node_id and v.level = 'VILLAGE' and v.closed_on is null
          where c.ancestor_id = d.id and c.to_on is null and c.depth > 0) as villages,
        (select count(*)::int from division_closure c join division v on v.id = c.node_id and v.level = 'VILLAGE' and v.closed_on is null
          where c.ancestor_id = d.id and c.to_on is null and c.depth > 0 and not exists (select 1 from post p where p.division_id = v.id)) as "villagesWithout",
        array(select p.kind from post p left join party_org w on w.id = p.party_org_id where p.division_id = d.id
          and case when o.id is null then w.id is null or w.setting = 'TERRITORIAL' else p.party_org_id = o.id end) as has
      from division d left join party_org o on o.id = ${orgId ?? null}::int
      where d.id = coalesce(o.division_id, ${divisionId ?? null}::int) and d.closed_on is null and o.closed_on is null`;
    if (!unit || !reaches(viewer, unit.divisionId)) throw notFound();
    return {
      ...unit,
      usual: await standardAt(scope, unit.level, unit.divisionId),
      usualVillage: await standardAt(scope, "VILLAGE", unit.divisionId),
      words: await postWords(sql),
    };
  },
});

export type PersonChoice = {
  id: string;
  name: string;
  unit: string | null;
  post: string | null;
  place: string;
  held: { kind: string; team: string }[];
};

export const findPeopleToAppoint = query({
  name: "posts.findPeople",
  input: PeopleSought,
  may: (viewer) => mayAnywhere(viewer, "post.edit"),
  run: async ({ sql, today, viewer }, { q }): Promise<PersonChoice[]> => {
    if (q === "") return [];
    const { word, grams, letters } = searchTerms(q);
    return sql<PersonChoice>`
      select p.id, p.name, p.unit_name as unit, p.post, d.name as place,
        (select coalesce(json_agg(json_build_object('kind', x.kind, 'team', coalesce(o.name, w.name))), '[]') from tenure t join post x on x.id = t.post_id
          join division w on w.id = x.division_id left join party_org o on o.id = x.party_org_id
          where t.person_id = p.id and ${reachable(viewer, { division: "t.division_id" })} and t.from_on <= ${today}::date and (t.to_on is null or t.to_on > ${today}::date)) as held
      from (select subject_id::uuid as id, at from sec.search(${word}, ${grams}::text[], ${letters}, array['person'], 60)
        with ordinality found (kind, subject_id, division_id, title, detail, place, quality, at) offset 0) s
      join person p on p.id = s.id and (p.birth_on is null or p.birth_on <= ${today}::date - interval '18 years') join division d on d.id = p.division_id
      order by p.unit_name is null, s.at limit 20`;
  },
});
