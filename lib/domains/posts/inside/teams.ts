/** The teams that are set up together: of one unit, of one organization, or of every village under a unit; with what each has already. */
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { sql as part } from "#lib/platform/sql.ts";

export type Team = {
  divisionId: number;
  level: string;
  /** The organization alone, when it is its own posts that are set up. */
  own: number | null;
  /** The organization that leads in the place. */
  partyOrgId: number | null;
  has: { kind: string; partyOrgId: number | null; principal: boolean }[];
};

export async function teamsToSetUp(
  { sql, viewer }: Pick<Work, "sql" | "viewer">,
  unitId: number,
  { orgId, villages }: { orgId: number | null; villages: boolean },
  day: string,
): Promise<Team[]> {
  const places = villages
    ? part`select c.node_id from division_closure c where c.ancestor_id = ${unitId} and c.to_on is null`
    : part`select ${unitId}::int`;
  const teams = await sql<Omit<Team, "has">>`
    select d.id as "divisionId", d.level, ${orgId}::int as own, leader.id as "partyOrgId"
    from division d left join lateral (
      select o.id from party_org o where o.division_id = d.id and o.setting = 'TERRITORIAL' and (o.closed_on is null or o.closed_on > ${day}::date)
      order by array_position(array['COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'], o.kind) nulls last, o.id limit 1) leader on true
    where d.id in (${places}) and (d.closed_on is null or d.closed_on > ${day}::date) and d.opened_on <= ${day}::date
      and (${!villages} or d.level = 'VILLAGE') order by d.code nulls last, d.id`;
  const reached = viewer.seesAll
    ? teams
    : teams.filter(({ divisionId }) => viewer.reach.includes(divisionId));
  if (reached.length === 0) throw rule("post.noUnit", undefined, "fromOn");
  if (orgId !== null) await mustSit(sql, orgId, unitId, day);
  const posts = await sql<Team["has"][number] & { divisionId: number }>`
    select division_id as "divisionId", kind, party_org_id as "partyOrgId", principal from post
    where division_id = any (${reached.map(({ divisionId }) => divisionId)}::int[])`;
  return reached.map((team) => ({
    ...team,
    has: posts.filter((post) => post.divisionId === team.divisionId),
  }));
}

async function mustSit(sql: Work["sql"], orgId: number, divisionId: number, day: string): Promise<void> {
  const [org] =
    await sql`select 1 from party_org where id = ${orgId} and division_id = ${divisionId} and (closed_on is null or closed_on > ${day}::date)`;
  if (!org) throw rule("post.orgGone", undefined, "fromOn");
}
