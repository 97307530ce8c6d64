/** sampleChecks.list: the checks that were ordered under a unit, those that I carry out, and closed ones that drew households within reach. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import type { Kind } from "../check.ts";
import { ChecksAsked } from "../input.ts";
import { seesCheck } from "../inside/subject.ts";

export type CheckRow = {
  id: string;
  kind: Kind;
  unit: string;
  referenceOn: string;
  size: number;
  /** Households that have an answer, and those that have none yet. */
  done: number;
  left: number;
  closedOn: string | null;
  mine: boolean;
};

export const listChecks = query({
  name: "sampleChecks.list",
  input: ChecksAsked,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const rows = await scope.sql<CheckRow>`
      select c.id, c.kind, d.name as unit, c.reference_on::text as "referenceOn", c.size, p.done, p.left, c.closed_on::text as "closedOn", p.mine
      from sample_check c join division d on d.id = c.division_id
      cross join lateral (select count(*) filter (where f.id is not null)::int as done, count(*) filter (where f.id is null)::int as left,
          exists (select 1 from sample_checker k where k.check_id = c.id and k.account_id = ${scope.viewer.accountId}) as mine
        from sample_draw w left join sample_finding f on f.draw_id = w.id and f.replaced_at is null where w.check_id = c.id and w.active) p
      where ${seesCheck(scope.viewer)}
        and (p.mine or exists (select 1 from division_closure k where k.to_on is null and ((k.ancestor_id = ${place.unit.id} and k.node_id = c.division_id)
          or (k.node_id = ${place.unit.id} and k.ancestor_id = c.division_id))))
      order by c.closed_on is not null, c.closed_on desc, c.created_at desc, c.id limit 100`;
    return { place, rows, mayOrder: mayAnywhere(scope.viewer, "registry.decide") };
  },
});
