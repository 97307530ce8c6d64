/** Who answers for a division on a day: the principal of its Party committee, else of the division itself (principals.ts), as SQL. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type Answerable = { id: string; name: string };

/** A value of json; null where nobody holds the post, or out of reach. `division` is a column or a number. */
export const answerableSql = (viewer: Viewer, division: Fragment, day: string): Fragment => sql`(
  select json_build_object('id', t.person_id, 'name', t.person_name)
  from post p join tenure t on t.post_id = p.id left join party_org o on o.id = p.party_org_id
  where p.division_id = ${division} and p.principal and (o.id is null or o.setting = 'TERRITORIAL') and ${reachable(viewer, { division: "p.division_id" })}
    and t.from_on <= ${day}::date and (t.to_on is null or t.to_on > ${day}::date)
  order by p.party_org_id is null, p.party_org_id, t.from_on desc limit 1)`;
