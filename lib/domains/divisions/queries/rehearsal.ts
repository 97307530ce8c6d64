/** divisions.rehearsal: what a change would touch if it were made, counted before anything is saved. */
import { may } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { RehearseChange } from "../input.ts";
import { found, nodeOf, type Warning } from "../inside/check-change.ts";
import { tryChange } from "../inside/try-change.ts";

export type Touched = {
  households: number;
  pairings: number;
  visits: number;
  /** Open units below it that come along. */
  below: number;
  partyOrgs: number;
  /** Accounts that would newly reach the rows below, or no longer. Names of at most five. */
  gain: { count: number; names: string[] };
  lose: { count: number; names: string[] };
};

export type Rehearsal = {
  effectiveOn: string;
  from: string;
  to: string;
  warnings: Warning[];
  touched: Touched | null;
};

export const rehearsalOfDivision = query({
  name: "divisions.rehearsal",
  input: RehearseChange,
  run: async (scope, input): Promise<Rehearsal> => {
    const node = found(await nodeOf(scope.sql, input.id));
    if (!may(scope.viewer, "division.edit", node.id)) throw refused();
    const { effectiveOn, warnings, from, to, targetId } = await tryChange(scope, input, node);
    const touched = input.kind === "open" ? null : await touchedBy(scope, node.id, targetId);
    return { effectiveOn, warnings, from, to, touched };
  },
});

type Counts = Omit<Touched, "gain" | "lose">;

async function touchedBy(scope: Scope, id: number, target: number | null): Promise<Touched> {
  const [counts] = await scope.sql<Counts>`
    with nodes as (select node_id from division_closure where ancestor_id = ${id} and to_on is null)
    select (select count(*)::int from household where division_id in (select node_id from nodes)) as households,
      (select count(*)::int from pairing where division_id in (select node_id from nodes)
        and from_on <= ${scope.today}::date and (to_on is null or to_on > ${scope.today}::date)) as pairings,
      (select count(*)::int from visit where division_id in (select node_id from nodes)) as visits,
      (select count(*)::int from nodes join division d on d.id = nodes.node_id where d.closed_on is null and d.id <> ${id}) as below,
      (select count(*)::int from party_org where division_id in (select node_id from nodes) and closed_on is null) as "partyOrgs"`;
  const nobody = { count: 0, names: [] };
  const sight = target === null ? { gain: nobody, lose: nobody } : await sightChanges(scope, id, target);
  return { ...(counts ?? { households: 0, pairings: 0, visits: 0, below: 0, partyOrgs: 0 }), ...sight };
}

/** Whoever holds a grant above the new place but not above the old one gains; the other way round loses. */
async function sightChanges({ sql }: Scope, id: number, target: number) {
  const rows = await sql<{ gains: boolean; count: number; names: string[] }>`
    with before as (select ancestor_id from division_closure where node_id = ${id} and to_on is null),
    after as (select ancestor_id from division_closure where node_id = ${target} and to_on is null
      union select ancestor_id from before where ancestor_id = ${id}),
    granted as (select distinct g.account_id, g.division_id from role_grant g join role r on r.code = g.role
      where r.reads_registry and g.from_at <= now() and (g.to_at is null or g.to_at > now())),
    had as (select distinct account_id from granted where division_id in (select ancestor_id from before)),
    has as (select distinct account_id from granted where division_id in (select ancestor_id from after)),
    changed as (
      select account_id, true as gains from has where account_id not in (select account_id from had)
      union all select account_id, false from had where account_id not in (select account_id from has))
    select c.gains, count(*)::int as count, (array_agg(a.name order by a.name) filter (where a.name is not null))[1:5] as names
    from changed c left join account a on a.id = c.account_id group by c.gains`;
  const side = (gains: boolean) => {
    const row = rows.find((one) => one.gains === gains);
    return { count: row?.count ?? 0, names: row?.names ?? [] };
  };
  return { gain: side(true), lose: side(false) };
}
