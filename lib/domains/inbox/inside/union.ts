/** The rows of all sources as one statement. */
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { SOURCES } from "../waiting.ts";

const NONE = sql`select null::text as kind, null::text as deed, null::text as id, null::text as name, null::text as place,
  null::timestamptz as since, null::date as due, null::text as href, null::text as who where false`;

export function allWaiting(
  viewer: Viewer,
  today: string,
  sources: readonly WaitingSource[] = SOURCES,
): Fragment {
  let all = NONE;
  for (const source of sources) {
    const rows = source.rows(viewer, today);
    if (rows)
      all = sql`${all} union all select ${source.kind}::text, ${source.deed}::text, s.* from (${rows}) s`;
  }
  return all;
}
