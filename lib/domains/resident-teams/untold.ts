/** For the inbox: members of whom nothing is known on several of the last days; told to themselves, to who leads their team, and to the township. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { OWN_DAYS_BACK, UNTOLD_DAYS } from "./team.ts";

export const daysUntold: WaitingSource = {
  kind: "teamUntold",
  deed: "correct",
  rows: ({ personId, grants }, today) => {
    const townships = grants.filter(({ role, lent }) => role === "TOWNSHIP_ADMIN" && !lent);
    const nodes = townships.flatMap((grant) => grant.nodes ?? []);
    const inTeams = personId !== null && grants.some(({ role }) => TEAM_ROLES.has(role));
    if (!inTeams && nodes.length === 0) return null;
    // The member's own days back: what is older, only the township puts right.
    return sql`
      select 'untold:' || m.id as id, m.name || ' ' || u.days as name, d.name as place, u.since::timestamp at time zone 'Asia/Shanghai' as since, null::date as due,
        case when m.person_id = ${personId}::uuid then '/teams/mine' else '/teams/' || m.team_id end as href, null::text as who
      from team_member m join division d on d.id = m.division_id
      cross join lateral (select count(*)::int as days, min(g)::date as since
        from generate_series(greatest(m.from_on, ${today}::date - ${OWN_DAYS_BACK}::int), ${today}::date - 1, interval '1 day') g
        where not exists (select 1 from team_day t where t.member_id = m.id and t.day = g::date)
          and not exists (select 1 from team_leave l where l.member_id = m.id and l.status = 'APPROVED' and g::date between l.from_on and l.last_on)) u
      where m.to_on is null and u.days >= ${UNTOLD_DAYS}::int and (m.division_id = any (${nodes}::int[])
        or m.team_id in (select o.team_id from team_member o where o.person_id = ${personId}::uuid and o.to_on is null
          and (o.id = m.id or o.roles && '{LEADER,FIRST_SECRETARY}')))`;
  },
};

const TEAM_ROLES = new Set(["FIRST_SECRETARY", "TEAM_MEMBER"]);
