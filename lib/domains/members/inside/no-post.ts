/**
 * Is a member without a post (无职)? Whoever keeps the roster says so, with a day, since many organizations keep no posts yet; on a day
 * on which a tenure shows that he holds one, the tenure is right and the mark says nothing.
 */
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";

/** Over the id of a member; on a day. */
export const withoutPost = (memberId: string, day: string): Fragment => sql`(exists (
  select 1 from party_member_flag f where f.member_id = ${raw(memberId)} and f.flag = 'NO_POST'
    and f.from_on <= ${day}::date and (f.to_on is null or f.to_on > ${day}::date))
  and not exists (select 1 from party_member x join tenure t on t.person_id = x.person_id where x.id = ${raw(memberId)}
    and t.from_on <= ${day}::date and (t.to_on is null or t.to_on > ${day}::date)))`;
