/** teams.list: the roster of resident teams under a unit with each member's days of a month and of its year; and the villages without a team. */

import { addDays, daysBetween } from "#lib/base/calendar.ts";
import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { TeamsAsked } from "../input.ts";
import { rulesOn } from "../inside/rules.ts";
import type { TeamRole } from "../team.ts";

export const TEAM_ROWS = 50;

export type RosterRow = {
  id: string;
  teamId: string;
  name: string;
  roles: TeamRole[];
  village: string;
  township: string;
  unit: string;
  batch: string;
  fromOn: string;
  orgMoved: boolean;
  /** Days in the village this month and this year; of how many days anything is known; and days away without leave this year. */
  month: number;
  told: number;
  year: number;
  unexcused: number;
  /** Cannot reach the month's days any more. */
  short: boolean;
};
export type VillageWithout = { id: number; name: string; township: string };

const NO_HOUSEHOLD = "null::uuid";

export const listTeams = query({
  name: "teams.list",
  input: TeamsAsked,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit, month: asked, show, page }) => {
    const { today } = scope;
    const place = await listPlace(scope, unit);
    const month = (asked && asked <= today.slice(0, 7) ? asked : today.slice(0, 7)) as Period;
    const [first, end] = [firstDay(month), lastDay(month)];
    const last = end < today ? end : today;
    const rules = await rulesOn(scope.sql, last, place.unit.id);
    const under = place.holds({ division: "m.division_id", household: NO_HOUSEHOLD });
    const inMonth = sql`m.from_on <= ${last}::date and (m.to_on is null or m.to_on > ${first}::date)`;
    const left = daysBetween(last, end);
    // Of the last seven days one may still be told.
    const stillFrom = addDays(today, -6) > first ? addDays(today, -6) : first;
    const still = stillFrom > last ? 0 : daysBetween(stillFrom, last) + 1;
    const short = sql`(m.from_on <= ${first}::date and (m.to_on is null or m.to_on > ${end}::date) and s.told > 0 and s.month + ${left} + ${still} - s.lately < ${rules.daysMonth})`;
    const wanted: Fragment = show === "short" ? short : show === "absent" ? sql`s.unexcused > 0` : sql`true`;
    const counted = await scope.sql<{ members: number; teams: number; absent: number }>`
      select count(*)::int as members, count(distinct m.team_id)::int as teams,
        count(*) filter (where exists (select 1 from team_day d where d.member_id = m.id and d.status = 'ABSENT' and d.day between ${`${month.slice(0, 4)}-01-01`}::date and ${last}::date))::int as absent
      from team_member m where ${under} and ${inMonth}`;
    const bare = sql`d.level = 'VILLAGE' and d.closed_on is null and ${place.holds({ division: "d.id", household: NO_HOUSEHOLD })}
      and not exists (select 1 from resident_team t where t.division_id = d.id and t.from_on <= ${last}::date and (t.to_on is null or t.to_on > ${last}::date))`;
    const [without] = await scope.sql<{
      count: number;
    }>`select count(*)::int as count from division d where ${bare}`;
    const villages =
      show === "without"
        ? await scope.sql<VillageWithout>`
            select d.id, d.name, u.name as township from division d join division u on u.id = d.parent_id where ${bare}
            order by u.code nulls last, d.code nulls last, d.id limit ${TEAM_ROWS} offset ${(page - 1) * TEAM_ROWS}`
        : [];
    const rows =
      show === "without"
        ? []
        : await scope.sql<RosterRow & { total: number }>`
            select m.id, m.team_id as "teamId", m.name, m.roles, d.name as village, u.name as township, m.unit, t.batch, m.from_on::text as "fromOn", m.org_moved as "orgMoved",
              s.month, s.told, s.year, s.unexcused, ${short} as short, count(*) over ()::int as total
            from team_member m join resident_team t on t.id = m.team_id join division d on d.id = m.division_id join division u on u.id = d.parent_id
            cross join lateral (select count(*) filter (where g.status = 'IN_VILLAGE' and g.day >= ${first}::date)::int as month, count(*) filter (where g.day >= ${first}::date)::int as told, count(*) filter (where g.day >= ${stillFrom}::date)::int as lately,
                count(*) filter (where g.status = 'IN_VILLAGE')::int as year, count(*) filter (where g.status = 'ABSENT')::int as unexcused
              from team_sheet(${`${month.slice(0, 4)}-01-01`}::date, ${last}::date) g where g.member_id = m.id) s
            where ${under} and ${inMonth} and ${wanted}
            order by u.code nulls last, d.code nulls last, d.id, not ('LEADER' = any (m.roles)), not ('FIRST_SECRETARY' = any (m.roles)), m.from_on, m.id
            limit ${TEAM_ROWS} offset ${(page - 1) * TEAM_ROWS}`;
    return {
      ...{ place, month, rules, show, page, villages },
      rows: rows.map(({ total: _, ...row }): RosterRow => row),
      counts: { ...counted[0]!, without: without!.count },
      total: show === "without" ? without!.count : (rows[0]?.total ?? 0),
      mayFound: mayAnywhere(scope.viewer, "team.edit"),
    };
  },
});
export type TeamList = Awaited<ReturnType<typeof listTeams>>;
