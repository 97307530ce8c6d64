/** orgs.list: Party organizations as a table, by place, kind, name and what they lack. */

import type * as z from "zod";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { OrgFilter } from "../input.ts";
import { rostersOf } from "../inside/rosters.ts";
import type { Roster } from "../party-org.ts";
import { secretaryOn } from "../secretary.ts";

export const ORGS_PER_PAGE = 50;

export type OrgRow = {
  id: number;
  name: string;
  kind: string;
  setting: string;
  coverage: string | null;
  divisionId: number;
  place: string;
  leaderId: number | null;
  leaderName: string | null;
  basis: string | null;
  secretary: string | null;
  memberCount: number | null;
  roster: Roster | null;
};
export type OrgPage = { rows: OrgRow[]; total: number; from: number };

export const listOrgs = query({
  name: "orgs.list",
  input: OrgFilter,
  run: async (scope, filter): Promise<OrgPage> => {
    const where = conditions(filter, scope);
    const [{ total } = { total: 0 }] = await scope.sql<{
      total: number;
    }>`select count(*)::int as total from party_org o where ${where}`;
    const skip = (filter.page - 1) * ORGS_PER_PAGE;
    const rows = await rowsOf(scope, where, skip);
    const rosters = await rostersOf(
      scope,
      rows.map(({ id }) => id),
    );
    return {
      rows: rows.map((row) => ({ ...row, roster: rosters.get(row.id) ?? null })),
      total,
      from: skip + 1,
    };
  },
});

const rowsOf = ({ sql: ask, today, viewer }: Scope, where: Fragment, skip: number) => ask<
  Omit<OrgRow, "roster">
>`
  select o.id, o.name, o.kind, o.setting, o.coverage, o.division_id as "divisionId", d.name as place, a.leading_org_id as "leaderId",
    l.name as "leaderName", a.basis, ${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} as secretary, o.member_count as "memberCount"
  from party_org o join division d on d.id = o.division_id
  left join party_org_affiliation a on a.org_id = o.id and a.to_on is null left join party_org l on l.id = a.leading_org_id
  where ${where} order by d.code nulls last, d.id, o.id limit ${ORGS_PER_PAGE} offset ${skip}`;

function conditions(
  { unitId, kinds, setting, q, lacking }: z.output<typeof OrgFilter>,
  { today, viewer }: Scope,
): Fragment {
  const parts = [sql`o.closed_on is null`];
  if (unitId !== null)
    parts.push(
      sql`o.division_id in (select node_id from division_closure where ancestor_id = ${unitId} and to_on is null)`,
    );
  if (kinds.length > 0) parts.push(sql`o.kind = any (${kinds}::text[])`);
  if (setting !== null) parts.push(sql`o.setting = ${setting}`);
  if (lacking)
    parts.push(sql`(${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} is null or (o.member_count is null and o.id not in (
      select r.org_id from sec.org_rosters((select array_agg(n.id) from party_org n where n.member_count is null), beijing_today()) r)))`);
  if (q !== "") {
    const letters = q.toLowerCase();
    parts.push(
      sql`(position(${q} in o.name) > 0 or starts_with(o.pinyin, ${letters}) or starts_with(o.initials, ${letters}))`,
    );
  }
  return join(parts, " and ");
}
