/** orgs.list: Party organizations as a table, by place, line, department, kind, name and what they lack; today or on a day. */

import type * as z from "zod";
import { addDays } from "#lib/base/calendar.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { piecesOf } from "#lib/domains/people/pieces.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { OrgFilter } from "../input.ts";
import { heldOn, kindOn, nameOn, openOn } from "../inside/as-of.ts";
import { rostersOf, sizesOfAll } from "../inside/rosters.ts";
import { sizesToday } from "../inside/sizes.ts";
import { HAS_TERM, type Sizes, SOON_DAYS } from "../lacks.ts";
import type { Lacking, Roster } from "../party-org.ts";
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
export type OrgPage = { rows: OrgRow[]; total: number; from: number; sizes: Sizes; under: string | null };

export const listOrgs = query({
  name: "orgs.list",
  input: OrgFilter,
  run: async (scope, filter): Promise<OrgPage> => {
    const on = filter.on !== null && filter.on < scope.today ? filter.on : null;
    const sizes = await sizesToday(scope);
    const where = conditions({ ...filter, on }, sizes, scope);
    const [{ total } = { total: 0 }] = await scope.sql<{
      total: number;
    }>`select count(*)::int as total from party_org o where ${where}`;
    const skip = (filter.page - 1) * ORGS_PER_PAGE;
    const [above] =
      filter.under === null
        ? []
        : await scope.sql<{ name: string }>`select name from party_org where id = ${filter.under}`;
    const rows = await rowsOf(scope, where, skip, on);
    const rosters = await rostersOf(
      scope,
      rows.map(({ id }) => id),
    );
    return {
      rows: rows.map((row) => ({ ...row, roster: rosters.get(row.id) ?? null })),
      total,
      from: skip + 1,
      sizes,
      under: above?.name ?? null,
    };
  },
});

const rowsOf = ({ sql: ask, today, viewer }: Scope, where: Fragment, skip: number, on: string | null) => ask<
  Omit<OrgRow, "roster">
>`
  select o.id, ${nameOn("o", on)} as name, ${kindOn("o", on)} as kind, o.setting, o.coverage, o.division_id as "divisionId", d.name as place, a.leading_org_id as "leaderId",
    ${nameOn("l", on)} as "leaderName", a.basis, ${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} as secretary, o.member_count as "memberCount"
  from (select o.id from party_org o join division d on d.id = o.division_id where ${where}
    order by d.code nulls last, d.id, o.id limit ${ORGS_PER_PAGE} offset ${skip}) shown
  join party_org o on o.id = shown.id join division d on d.id = o.division_id
  left join party_org_affiliation a on a.org_id = o.id and ${heldOn("a", on)} left join party_org l on l.id = a.leading_org_id
  order by d.code nulls last, d.id, o.id`;

type Filter = z.output<typeof OrgFilter>;

function conditions(filter: Filter, sizes: Sizes, scope: Scope): Fragment {
  const { unitId, here, kinds, setting, q, lacking, under, department, on } = filter;
  const parts = [openOn("o", on)];
  if (unitId !== null && here) parts.push(sql`o.division_id = ${unitId}`);
  else if (unitId !== null)
    parts.push(
      sql`o.division_id in (select c.node_id from division_closure c where c.ancestor_id = ${unitId} and ${heldOn("c", on)})`,
    );
  if (under !== null)
    parts.push(
      sql`o.id in (select c.node_id from party_org_closure c where c.ancestor_id = ${under} and ${heldOn("c", on)})`,
    );
  if (kinds.length > 0) parts.push(sql`${kindOn("o", on)} = any (${kinds}::text[])`);
  if (setting !== null) parts.push(sql`o.setting = ${setting}`);
  if (lacking !== null) parts.push(lackingSql(lacking, sizes, scope));
  if (department !== null) parts.push(departmentSql(department, on));
  if (q !== "")
    parts.push(sql`o.id in (select sec.orgs_named(${q}, ${piecesOf(q)}::text[], ${q.toLowerCase()}))`);
  return join(parts, " and ");
}

/** Under its department of the day; those without one together are the rest. */
function departmentSql(department: NonNullable<Filter["department"]>, on: string | null): Fragment {
  const held = sql`select a.org_id from party_org_affiliation a where ${heldOn("a", on)}`;
  if (department === "none") return sql`o.id not in (${held} and a.supervising_dept is not null)`;
  return "id" in department
    ? sql`o.id in (${held} and a.supervising_org_id = ${department.id})`
    : sql`o.id in (${held} and a.supervising_org_id is null and a.supervising_dept = ${department.text})`;
}

/** The same as lacksOf says of one: sizes go by the roster where there is one, else by the number that was reported. */
function lackingSql(
  lacking: Lacking,
  sizes: Sizes,
  { today, viewer }: Pick<Scope, "today" | "viewer">,
): Fragment {
  const { fewest, generalAbove, committeeFrom } = sizes;
  const secretary = secretaryOn(today, reachable(viewer, { division: "p.division_id" }));
  const sized = (condition: Fragment) =>
    sql`o.id in (select s.id from ${sizesOfAll(today)} s where ${condition})`;
  const unreported = sized(sql`s.members is null`);
  const termed = sql`o.kind = any (${[...HAS_TERM]}::text[])`;
  const term = sql`select t.org_id from party_org_term t where t.reelected_on is null`;
  switch (lacking) {
    case "yes":
      return sql`(${secretary} is null or ${unreported})`;
    case "secretary":
      return sql`${secretary} is null`;
    case "members":
      return unreported;
    case "few":
      return sql`o.kind in ('BRANCH', 'GENERAL_BRANCH', 'COMMITTEE') and ${sized(sql`s.full_members < ${fewest}`)}`;
    case "size":
      return sql`((o.kind = 'BRANCH' and ${sized(sql`s.members > ${generalAbove} and s.full_members >= ${fewest}`)})
        or (o.kind = 'GENERAL_BRANCH' and ${sized(sql`s.full_members >= ${fewest} and (s.members >= ${committeeFrom} or s.members <= ${generalAbove})`)}))`;
    case "noTerm":
      return sql`${termed} and o.id not in (${term})`;
    case "termOver":
      return sql`${termed} and o.id in (${term} and t.due_on < ${today}::date)`;
    case "termSoon":
      return sql`${termed} and o.id in (${term} and t.due_on between ${today}::date and ${addDays(today, SOON_DAYS)}::date)`;
    case "weak":
      return sql`o.id in (select w.org_id from party_org_weak w where w.status in ('OPEN', 'REPORTED') and ${reachable(viewer, { division: "w.division_id" })})`;
  }
}
