/** The rows behind a number whose cases are Party organizations: few enough to be counted at once. */
import type { Scope } from "#lib/platform/scope.ts";
import { sql } from "#lib/platform/sql.ts";
import { spanOf, waitingSince } from "./fact.ts";
import { type Behind, behind, ROWS_A_PAGE } from "./rows.ts";

/** One organization, with the day its case began: the term was due, the weakness was found. */
export type OrgBehind = {
  /** Of the counted case. */
  id: string;
  orgId: number;
  name: string;
  kind: string;
  place: string;
  /** Of the case's last day: by the post where it is kept within reach, else as it was typed. */
  secretary: string | null;
  since: string;
};

export async function orgsBehind(scope: Scope, given: Behind, page: number): Promise<OrgBehind[]> {
  const span = spanOf(given.period, scope.today);
  const key = given.indicator.of === "terms" ? sql`f.term_id` : sql`f.weak_id`;
  const day = sql`${span.asOf}::date`;
  return scope.sql<OrgBehind>`
    select b.id, o.id as "orgId", o.name, o.kind, d.name as place, case when p.id is null then o.secretary else p.holder end as secretary, b.since::text as since
    from (select ${key}::text as id, f.org_id, f.division_id, ${waitingSince(given.indicator.of, span)} as since ${behind(given, scope.today)}) b
    join party_org o on o.id = b.org_id join division d on d.id = b.division_id
    left join lateral (select p.id, (select t.person_name from tenure t where t.post_id = p.id and t.from_on <= ${day} and (t.to_on is null or t.to_on > ${day}) limit 1) as holder
      from post p where p.party_org_id = o.id and p.principal) p on true
    order by d.code nulls last, o.id, b.id limit ${ROWS_A_PAGE} offset ${(page - 1) * ROWS_A_PAGE}`;
}
