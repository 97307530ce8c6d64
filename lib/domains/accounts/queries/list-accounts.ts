/** The accounts that I administer, below the chosen unit or ticked: with their roles, and when they last signed in. */
import { query } from "#lib/platform/query.ts";
import { type Fragment, nothing, sql as part } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { AccountFilter, ManyAccounts } from "../input.ts";
import { managedAccounts, mayClose } from "../inside/account.ts";
import { administered } from "../inside/administered.ts";
import { tendsAnywhere } from "../roles.ts";

export const PAGE = 50;

export type AccountRow = {
  id: number;
  username: string;
  name: string;
  place: string;
  status: string;
  roles: { role: string; place: string }[];
  lastSignInAt: Date | null;
};

/** With the roles that are one's business. */
const rowsOf = (viewer: Viewer, where: Fragment): Fragment => part`
  select a.id, a.username, a.name, d.name as place, a.status, a.last_sign_in_at as "lastSignInAt",
    (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'place', p.name) order by g.id), '[]')
       from role_grant g join division p on p.id = g.division_id
      where g.account_id = a.id and g.delegation_id is null and (g.to_at is null or g.to_at > now()) and ${administered(viewer, "g.division_id")}) as roles
  from account a join division d on d.id = a.division_id where ${where} order by d.code, a.division_id, a.name, a.id`;

export const listAccounts = query({
  name: "accounts.list",
  input: AccountFilter,
  may: (viewer) => tendsAnywhere(viewer),
  run: async (
    { sql, viewer },
    { unit, q, role, status, idle, page },
  ): Promise<{ rows: AccountRow[]; total: number }> => {
    const below = unit
      ? part`and a.division_id in (select node_id from division_closure where ancestor_id = ${unit} and to_on is null)`
      : nothing;
    const like = q ? `%${q.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%` : null;
    const where = part`${administered(viewer, "a.division_id")} ${below}
      ${like ? part`and (a.username like ${like.toLowerCase()} or a.name like ${like})` : nothing}
      ${idle ? part`and a.status = 'ACTIVE' and coalesce(a.last_sign_in_at, a.created_at) < now() - make_interval(days => ${idle}::int)` : nothing}
      ${status ? part`and a.status = ${status}` : nothing}
      ${role ? part`and exists (select 1 from role_grant g where g.account_id = a.id and g.role = ${role} and g.delegation_id is null and (g.to_at is null or g.to_at > now()) and ${administered(viewer, "g.division_id")})` : nothing}`;
    const [counted] = await sql<{
      total: number;
    }>`select count(*)::int as total from account a where ${where}`;
    const rows = await sql<AccountRow>`${rowsOf(viewer, where)} limit ${PAGE} offset ${(page - 1) * PAGE}`;
    return { rows, total: counted?.total ?? 0 };
  },
});

/** Of the accounts ticked for suspension: whom it would hit, and whom it would not, because they are one's own, higher, or closed already. */
export type Suspension = { hit: AccountRow[]; spared: AccountRow[] };

export const accountsToSuspend = query({
  name: "accounts.toSuspend",
  input: ManyAccounts,
  may: (viewer) => tendsAnywhere(viewer),
  run: async ({ sql, viewer }, { accountIds }): Promise<Suspension> => {
    const accounts = await managedAccounts({ sql, viewer }, accountIds);
    const ids = accounts.map(({ id }) => id);
    const rows = await sql<AccountRow>`${rowsOf(viewer, part`a.id = any (${ids}::int[])`)}`;
    const closing = new Set(
      accounts.filter((one) => one.status === "ACTIVE" && mayClose(viewer, one)).map(({ id }) => id),
    );
    return {
      hit: rows.filter(({ id }) => closing.has(id)),
      spared: rows.filter(({ id }) => !closing.has(id)),
    };
  },
});
