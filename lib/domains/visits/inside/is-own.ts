/** Of the visit v: the viewer wrote it down, or went. */
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const isOwn = ({ accountId, personId }: Viewer): Fragment => sql`(v.recorded_by = ${accountId}
  or exists (select 1 from visit_visitor w where w.visit_id = v.id and w.person_id = ${personId}::uuid))`;
