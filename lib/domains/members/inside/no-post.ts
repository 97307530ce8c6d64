/**
 * Is a member without a post (无职)? Whoever holds no running tenure of any team on that day; nobody types it. A post beyond the
 * viewer's reach counts as well: which one it is, is not said.
 */
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";

/** Over the id of a member; on a day. */
export const withoutPost = (memberId: string, day: string): Fragment =>
  sql`${raw(memberId)} not in (select sec.members_in_post(${day}::date))`;
