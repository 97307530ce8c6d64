/** posts.team: the posts of a division (its committee and the Party organizations that lead there) or of one organization on a day. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { TeamAsked } from "../input.ts";
import type { Team, TeamPost } from "../principals.ts";
import { postWords } from "../words.ts";

export const showTeam = query({
  name: "posts.team",
  input: TeamAsked,
  run: async ({ sql, viewer, today }, { divisionId, orgId, on = today }): Promise<Team> => {
    const words = await postWords(sql);
    const [seat] = await sql<{ id: number }>`
      select d.id from division d where d.id = coalesce(${divisionId ?? null}::int, (select division_id from party_org where id = ${orgId ?? null}::int))`;
    const reached = seat !== undefined && reaches(viewer, seat.id);
    if (!reached) return { on, reached, posts: [], words };
    const order = words.kinds.map(({ code }) => code);
    const posts = await sql<TeamPost>`
      select f.post_id as id, f.kind, f.principal, f.party_org_id as "partyOrgId", coalesce(o.name, d.name) as team, f.places,
        case when f.filled < f.places then fact_short_since(f.post_id, ${on}::date)::text end as "shortSince",
        (select coalesce(json_agg(json_build_object('tenureId', t.id, 'personId', t.person_id, 'name', t.person_name, 'unit', t.person_unit,
            'fromOn', t.from_on, 'toOn', t.to_on, 'source', t.source,
            'tags', array(select g.tag from tenure_tag g where g.tenure_id = t.id order by g.tag)) order by t.from_on, t.id), '[]')
          from tenure t where t.post_id = f.post_id and t.from_on <= ${on}::date and (t.to_on is null or t.to_on > ${on}::date)) as holders
      from fact_posts(${on}::date) f join division d on d.id = f.division_id left join party_org o on o.id = f.party_org_id
      where f.division_id = ${seat.id} and (f.places > 0 or f.filled > 0) and ${reachable(viewer, { division: "f.division_id" })}
        and case when ${orgId ?? null}::int is null then o.id is null or o.setting = 'TERRITORIAL' else f.party_org_id = ${orgId ?? null}::int end
      order by f.party_org_id is null, f.party_org_id, array_position(${order}::text[], f.kind) nulls last, f.kind`;
    return { on, reached, posts, words };
  },
});
