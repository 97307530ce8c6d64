/** Standing in, as one account has it: what it could lend, to whom, what it lends and what it was lent. */
import { ownGrants } from "#lib/domains/accounts/leaver.ts";
import { lentVerbs, mayLend, type Verb } from "#lib/domains/accounts/roles.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Delegation } from "../delegation.ts";
import { Delegations } from "../input.ts";
import { lenderOf, mayLendFor } from "../inside/lender.ts";

export type Lendable = { id: number; role: string; place: string; verbs: Verb[] };
export type Colleague = { id: number; name: string; place: string; roles: string[] };
export type MyDelegations = {
  account: { id: number; name: string };
  mine: boolean;
  lendable: Lendable[];
  given: Delegation[];
  received: Delegation[];
  found: Colleague[];
};

export const delegationsOf = query({
  name: "delegations.of",
  input: Delegations,
  run: async (scope, { accountId, q }): Promise<MyDelegations> => {
    const lender = await lenderOf(scope, accountId);
    if (!lender) throw notFound();
    if (!mayLendFor(scope.viewer, lender)) throw refused();
    const places = await scope.sql<{ id: number; place: string }>`
      select g.id, d.name as place from role_grant g join division d on d.id = g.division_id
      where g.id = any (${ownGrants(lender).map(({ id }) => id)}::int[])`;
    const placeOf = new Map(places.map(({ id, place }) => [id, place]));
    const all = await delegations(scope, lender.id);
    return {
      account: { id: lender.id, name: lender.name },
      mine: lender.id === scope.viewer.accountId,
      lendable: ownGrants(lender)
        .filter(({ role }) => mayLend(role))
        .map(({ id, role }) => ({ id, role, place: placeOf.get(id) ?? "", verbs: lentVerbs(role) })),
      given: all.filter(({ from }) => from === lender.id),
      received: all.filter(({ from }) => from !== lender.id),
      found:
        q.length >= 2 ? await scope.sql<Colleague>`select * from sec.colleagues(${q}, ${lender.id})` : [],
    };
  },
});

const delegations = ({ sql, viewer }: Scope, account: number) => sql<Delegation & { from: number }>`
  select l.id, l.from_account as "from", l.from_name as "fromName", l.to_name as "toName", (l.from_at at time zone 'Asia/Shanghai')::date::text as "fromOn",
    ((l.to_at at time zone 'Asia/Shanghai')::date - 1)::text as "toOn", l.reason,
    case when l.ended_at is not null or l.to_at <= now() then 'over' when l.from_at > now() then 'later' else 'now' end as state,
    (select coalesce(json_agg(json_build_object('role', g.role, 'place', d.name) order by g.id), '[]') from role_grant g
      join division d on d.id = g.division_id where g.delegation_id = l.id) as roles,
    l.ended_at is null and l.to_at > now() and (${viewer.accountId} in (l.from_account, l.to_account) or l.from_account = ${account}) as "mayEnd"
  from delegation l where ${account} in (l.from_account, l.to_account) order by l.from_at desc limit 50`;
