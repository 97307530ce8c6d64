/** One account as its administrator finds it: only below the places that the viewer administers, also without the second wall. */

import type { Work } from "#lib/platform/scope.ts";
import { tends } from "../roles.ts";

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

export async function managedAccount(
  { sql, viewer }: Pick<Work, "sql" | "viewer">,
  id: number,
): Promise<Managed | null> {
  const [account] = await sql<Omit<Managed, "grants">>`
    select id, username, name, division_id as "divisionId", status, sec.grants_beyond(id) as beyond from account where id = ${id}`;
  if (!account || !tends(viewer, account.divisionId)) return null;
  const grants = await sql<Managed["grants"][number]>`
    select id, role, division_id as "divisionId", delegation_id is not null as lent from role_grant
    where account_id = ${id} and (to_at is null or to_at > now()) order by id`;
  return { ...account, grants };
}

export type Place = { id: number; name: string; level: string };

export async function placeOf({ sql }: Pick<Work, "sql">, id: number): Promise<Place | null> {
  const [place] =
    await sql<Place>`select id, name, level from division where id = ${id} and closed_on is null`;
  return place ?? null;
}
