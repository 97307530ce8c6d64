/**
 * Is a member without a post (无职)? For now whoever keeps the roster says so, with a day. Once posts and tenures are kept, it follows
 * from them: then this one condition asks for a tenure of that day instead, and the flag is no longer offered.
 */
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";

/** Over the id of a member; on a day. */
export const withoutPost = (memberId: string, day: string): Fragment => sql`exists (
  select 1 from party_member_flag f where f.member_id = ${raw(memberId)} and f.flag = 'NO_POST'
    and f.from_on <= ${day}::date and (f.to_on is null or f.to_on > ${day}::date))`;
