/** The rosters of organizations on a day: only of those that ever had one. Numbers of the Party line are known to everybody signed in. */
import type { Scope } from "#lib/platform/scope.ts";
import type { Roster } from "../party-org.ts";

export async function rostersOf(
  { sql, today }: Pick<Scope, "sql" | "today">,
  ids: readonly number[],
): Promise<Map<number, Roster>> {
  const rows = await sql<Roster & { id: number }>`
    select org_id as id, members, full_members as full from sec.org_rosters(${ids}::int[], ${today}::date)`;
  return new Map(rows.map(({ id, members, full }) => [id, { members, full }]));
}
