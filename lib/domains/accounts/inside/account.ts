/** One account as its administrator finds it: only below the places that the viewer administers, also without the second wall. */

import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { mayManage, tends } from "../roles.ts";

export type Managed = {
  id: number;
  username: string;
  name: string;
  divisionId: number;
  status: string;
  /** Grants that hold now or later; `lent` for some days by somebody else. */
  grants: { id: number; role: string; divisionId: number; lent: boolean }[];
  /** Holds something outside of what I administer. */
  beyond: boolean;
};

export async function managedAccount(work: Asked, id: number): Promise<Managed | null> {
  const [account] = await managedAccounts(work, [id]);
  return account ?? null;
}

/** Those of the asked that are tended here, each once; the others are simply not among them. */
export async function managedAccounts({ sql, viewer }: Asked, ids: readonly number[]): Promise<Managed[]> {
  const accounts = await sql<Managed>`
    select a.id, a.username, a.name, a.division_id as "divisionId", a.status, sec.grants_beyond(a.id) as beyond,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'divisionId', g.division_id, 'lent', g.delegation_id is not null)
          order by g.id), '[]')
         from role_grant g where g.account_id = a.id and (g.to_at is null or g.to_at > now())) as grants
    from account a where a.id = any (${ids}::int[]) order by a.id`;
  return accounts.filter(({ divisionId }) => tends(viewer, divisionId));
}

/** One's own account and those that are higher are left alone, and so are those with rights elsewhere. */
export const mayClose = (viewer: Viewer, { id, beyond, divisionId, grants }: Managed): boolean =>
  id !== viewer.accountId && !beyond && mayManage(viewer, divisionId, grants);

type Asked = Pick<Work, "sql" | "viewer">;

export type Place = { id: number; name: string; level: string };

export async function placeOf({ sql }: Pick<Work, "sql">, id: number): Promise<Place | null> {
  const [place] =
    await sql<Place>`select id, name, level from division where id = ${id} and closed_on is null`;
  return place ?? null;
}
