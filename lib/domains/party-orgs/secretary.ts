/**
 * Who is secretary of an organization on a day: whoever holds the post; where none is kept, the text that was typed.
 * Posts are seen by reach (`within`, over p.division_id); who does not reach one reads what is typed, like everybody before.
 * What was typed bears no day: of the past only posts tell (`typed` false).
 */
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";

export const secretaryOn = (day: string, within: Fragment, org = "o", typed = true): Fragment => sql`case
  when exists (select 1 from post p where p.party_org_id = ${raw(org)}.id and p.principal and ${within}) then
    (select t.person_name from post p join tenure t on t.post_id = p.id where p.party_org_id = ${raw(org)}.id and p.principal and ${within}
      and t.from_on <= ${day}::date and (t.to_on is null or t.to_on > ${day}::date) limit 1)
  else ${typed ? raw(`${org}.secretary`) : sql`null`} end`;
