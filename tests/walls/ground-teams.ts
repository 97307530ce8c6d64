// A resident team in each place: a member who came long ago, a day, a request for leave that waits, a line of the diary and a spot check.
import type { TestDatabase } from "#tests/support/database.ts";

export type TeamTarget = { team: string; teamMember: string; leave: string };
export const teamIds = (id: (name: string) => string): TeamTarget => ({
  team: id("team"),
  teamMember: id("teamMember"),
  leave: id("leave"),
});

type Planted = TeamTarget & { node: number; person: string; mark: string };

export async function plantTeam(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { team, teamMember, leave, node, person, mark } = planted;
  // Two stand in some places of the ground, and a village has one at a time.
  const { length } = await look("select 1 from resident_team where division_id = $1 and to_on is null", [
    node,
  ]);
  const [from, to] = length > 0 ? ["2018-01-01", "2019-01-01"] : ["2020-01-01", null];
  await look(
    "insert into resident_team (id, division_id, sending_unit, batch, from_on, to_on) values ($1, $2, $3, '第十批', $4, $5)",
    [team, node, `派${mark}`, from, to],
  );
  await look(
    "insert into team_member (id, team_id, division_id, person_id, name, unit, roles, from_on) values ($1, $2, $3, $4, $5, $6, array['MEMBER'], $7)",
    [teamMember, team, node, person, `驻${mark}`, `派${mark}`, from],
  );
  await look(
    "insert into team_day (member_id, day, division_id, status, source, why, account_id, account_name) values ($1, $2, $3, 'IN_VILLAGE', 'DESK', $4, 0, '')",
    [teamMember, "2026-01-05", node, `因${mark}`],
  );
  await look(
    "insert into team_leave (id, member_id, division_id, kind, from_on, last_on, days, why, level, account_id) values ($1, $2, $3, 'SICK', '2026-03-01', '2026-03-02', 2, $4, 'TOWNSHIP', 0)",
    [leave, teamMember, node, `假${mark}`],
  );
  await look(
    "insert into team_diary (member_id, division_id, day, words, account_id) values ($1, $2, '2026-01-06', $3, 0)",
    [teamMember, node, `今天走访了几户人家${mark}`],
  );
  await look(
    "insert into team_check (member_id, division_id, checked_on, result, words, account_id, account_name) values ($1, $2, '2026-01-07', 'IN_VILLAGE', $3, 0, '')",
    [teamMember, node, `查${mark}`],
  );
}
