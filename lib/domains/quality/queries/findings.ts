/** quality.findings, quality.finding and quality.ofHousehold: doubtful values as a list, one of them, and those of one file. */
import type * as z from "zod";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { FINDINGS_PER_PAGE, type FindingRow } from "../finding.ts";
import { FindingFilter, HouseholdOfFindings, ShowFinding } from "../input.ts";

const columns = sql`q.id, q.household_id as "householdId", h.household_no as "householdNo", h.head_name as "headName", q.division_id as "divisionId", d.name as place,
  q.rule, q.severity, (select m.name from membership_year m where m.person_id = q.person_id and m.year = q.year) as member, q.person_id as "personId", q.detail, q.found_on::text as "foundOn",
  q.confirmed_note as "confirmedNote", q.confirmed_by_name as "confirmedByName", q.confirmed_on::text as "confirmedOn"`;
const joined = sql`join household h on h.id = q.household_id join division d on d.id = q.division_id`;

export type FindingPage = { place: ListPlace; rows: FindingRow[]; total: number; from: number };

export const listFindings = query({
  name: "quality.findings",
  input: FindingFilter,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, filter): Promise<FindingPage> => {
    const place = await listPlace(scope, filter.unit);
    const where = join(
      [place.holds({ division: "q.division_id", household: "q.household_id" }), ...chosen(filter)],
      " and ",
    );
    const [{ total } = { total: 0 }] = await scope.sql<{ total: number }>`
      select count(*)::int as total from quality_finding q where ${where}`;
    const skip = (filter.page - 1) * FINDINGS_PER_PAGE;
    const rows = await scope.sql<FindingRow>`
      select ${columns} from quality_finding q ${joined} where ${where}
      order by q.severity <> 'ERROR', d.code nulls last, d.id, h.household_no, q.rule, q.id limit ${FINDINGS_PER_PAGE} offset ${skip}`;
    return { place, rows, total, from: skip + 1 };
  },
});

function chosen({ rule, severity, state }: z.output<typeof FindingFilter>): Fragment[] {
  const parts = [sql`q.gone_on is null`];
  if (rule) parts.push(sql`q.rule = ${rule}`);
  if (severity) parts.push(sql`q.severity = ${severity}`);
  if (state === "open") parts.push(sql`q.confirmed_by is null`);
  if (state === "confirmed") parts.push(sql`q.confirmed_by is not null`);
  return parts;
}

const within = ({ viewer }: Scope) =>
  reachable(viewer, { division: "q.division_id", household: "q.household_id" });

export const getFinding = query({
  name: "quality.finding",
  input: ShowFinding,
  run: async (scope, { id }): Promise<FindingRow> => {
    const [finding] = await scope.sql<FindingRow>`
      select ${columns} from quality_finding q ${joined} where q.id = ${id}::uuid and q.gone_on is null and ${within(scope)}`;
    if (!finding) throw notFound();
    return finding;
  },
});

export const findingsOfHousehold = query({
  name: "quality.ofHousehold",
  input: HouseholdOfFindings,
  run: (scope, { id }) => scope.sql<FindingRow>`
    select ${columns} from quality_finding q ${joined} where q.household_id = ${id}::uuid and q.gone_on is null and ${within(scope)}
    order by q.confirmed_by is not null, q.severity <> 'ERROR', q.rule, q.id`,
});
