/**
 * What changes in a closed period after it was told: each change at the node where its cases hang, with what brought it about.
 * Told + corrections = the rows of today, as long as the roll-ups of the period are kept.
 */
import type { Period } from "#lib/base/period.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Counted } from "./count.ts";
import type { Cause } from "./stale.ts";

type Recounted = { indicator: string; period: Period; counted: readonly Counted[]; causes: readonly Cause[] };

/** Deletes the old leaves by the given statement and writes down by how much the new ones differ. */
export function dropLeavesOfClosed(
  old: Fragment,
  { indicator, period, counted, causes }: Recounted,
): Fragment {
  return sql`with gone as (${old} returning division_id, numerator, denominator),
      now as (select * from unnest(${counted.map((one) => one.divisionId)}::int[], ${counted.map((one) => one.part)}::bigint[], ${counted.map((one) => one.whole)}::bigint[]) as t(division_id, numerator, denominator)),
      why as (select * from unnest(${causes.map(({ fact }) => fact)}::text[], ${causes.map(({ node }) => node)}::int[]) as t(fact, node))
    insert into closed_correction (period, indicator, division_id, part_change, whole_change, causes)
    select ${period}, ${indicator}, x.division_id, x.part, x.whole,
      array(select distinct w.fact from why w where w.node is null or w.node = x.division_id order by 1)
    from (select division_id, coalesce(n.numerator, 0) - coalesce(g.numerator, 0) as part, coalesce(n.denominator, 0) - coalesce(g.denominator, 0) as whole
      from gone g full join now n using (division_id)) x
    where x.part <> 0 or x.whole <> 0`;
}
