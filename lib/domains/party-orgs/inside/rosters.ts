/** The rosters of organizations on a day: only of those that ever had one. Numbers of the Party line are known to everybody signed in. */
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql as part } from "#lib/platform/sql.ts";
import type { Roster } from "../party-org.ts";

export async function rostersOf(
  { sql, today }: Pick<Scope, "sql" | "today">,
  ids: readonly number[],
  /** A day of the past: a roster in which nobody is known to have stood by then tells nothing. */
  on: string | null = null,
): Promise<Map<number, Roster>> {
  const rows = await sql<Roster & { id: number }>`
    select org_id as id, members, full_members as full from sec.org_rosters(${ids}::int[], ${on ?? today}::date)
    where ${on}::date is null or members > 0`;
  return new Map(rows.map(({ id, members, full }) => [id, { members, full }]));
}

/**
 * Of every organization (id) how many members it has, and how many of them are full: by its own roster, else as it was reported;
 * null where nobody told. To be joined once.
 */
export const sizesOfAll = (day: string): Fragment => part`(
  select n.id, coalesce(r.members, n.member_count) as members, coalesce(r.full_members, n.member_count) as full_members
  from party_org n left join sec.org_rosters(array(select id from party_org), ${day}::date) r on r.org_id = n.id)`;
