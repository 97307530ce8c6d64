/** For the inbox: requests for leave that I decide, at the level that their days ask for. */
import { sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { decidedNodes } from "./inside/decided-nodes.ts";

export const leavesWaiting: WaitingSource = {
  kind: "teamLeave",
  deed: "decide",
  rows: (viewer: Viewer) => {
    const where = decidedNodes(viewer);
    return (
      where &&
      sql`
        select 'leave:' || l.id as id, m.name, d.name as place, l.created_at as since, null::date as due, '/teams/' || m.team_id || '#leave' as href, null::text as who
        from team_leave l join team_member m on m.id = l.member_id join division d on d.id = l.division_id
        where l.status = 'WAITING' and l.account_id <> ${viewer.accountId} and m.person_id is distinct from ${viewer.personId}::uuid and ${where}`
    );
  },
};
