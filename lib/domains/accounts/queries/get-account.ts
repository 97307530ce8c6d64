/** One account with its person, its roles over time, and what the viewer may do with it. */
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { OneAccount } from "../input.ts";
import { administered } from "../inside/administered.ts";
import { mayGrant, mayManage, tendsAnywhere } from "../roles.ts";

type Head = {
  id: number;
  username: string;
  name: string;
  divisionId: number;
  place: string;
  status: string;
  hasPassword: boolean;
  person: string | null;
  lastSignInAt: Date | null;
  beyond: boolean;
  hasFactor: boolean;
};
type GrantRow = {
  id: number;
  role: string;
  divisionId: number;
  level: string;
  place: string;
  fromAt: Date;
  toAt: Date | null;
  over: boolean;
  /** Begins by itself on its day. */
  notYet: boolean;
  /** Who lent it, while on leave. */
  lentBy: string | null;
};

export const getAccount = query({
  name: "accounts.get",
  input: OneAccount,
  may: (viewer) => tendsAnywhere(viewer),
  run: async ({ sql, viewer }, { accountId }) => {
    const [account] = await sql<Head>`
      select a.id, a.username, a.name, a.division_id as "divisionId", d.name as place, a.status, a.password_hash is not null as "hasPassword",
        (select p.name from person p where p.id = a.person_id) as person, a.last_sign_in_at as "lastSignInAt", sec.grants_beyond(a.id) as beyond,
        exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasFactor"
      from account a join division d on d.id = a.division_id
      where a.id = ${accountId} and ${administered(viewer, "a.division_id")}`;
    if (!account) throw notFound();
    const grants = await sql<GrantRow>`
      select g.id, g.role, g.division_id as "divisionId", d.level, d.name as place, g.from_at as "fromAt", g.to_at as "toAt",
        g.to_at is not null and g.to_at <= now() as over, g.from_at > now() as "notYet",
        (select l.from_name from delegation l where l.id = g.delegation_id) as "lentBy"
      from role_grant g join division d on d.id = g.division_id
      where g.account_id = ${accountId} and ${administered(viewer, "g.division_id")} order by over, g.from_at desc, g.id desc limit 200`;
    const other = account.id !== viewer.accountId;
    const held = grants.filter((grant) => !grant.over);
    return {
      ...account,
      grants: grants.map((grant) => ({
        ...grant,
        mayEnd:
          other &&
          !grant.over &&
          grant.lentBy === null &&
          mayGrant(viewer, grant.role, { id: grant.divisionId, level: grant.level }),
      })),
      mine: !other,
      mayReset: other && !account.beyond && mayManage(viewer, account.divisionId, held, ["account.grant"]),
      mayManage: other && !account.beyond && mayManage(viewer, account.divisionId, held),
    };
  },
});
export type AccountDetail = Awaited<ReturnType<typeof getAccount>>;
