/** Whose roles are lent: one's own account, or one that the viewer looks after while its owner cannot. */
import { type Leaver, leaverOf, mayHandOver } from "#lib/domains/accounts/leaver.ts";
import type { Scope } from "#lib/platform/scope.ts";

type Reader = Pick<Scope, "sql" | "viewer">;

export async function lenderOf(reader: Reader, accountId: number | undefined): Promise<Leaver | null> {
  const { sql, viewer } = reader;
  if (accountId !== undefined && accountId !== viewer.accountId) return leaverOf(reader, accountId);
  const grants = await sql<Leaver["grants"][number]>`
    select id, role, division_id as "divisionId", false as lent from role_grant
    where account_id = ${viewer.accountId} and delegation_id is null and (to_at is null or to_at > now()) order by id`;
  const { accountId: id, name, personId, homeDivisionId: divisionId } = viewer;
  return { id, username: "", name, personId, divisionId, status: "ACTIVE", grants, beyond: false };
}

/** One's own, or as whoever may give and end the roles of the account. */
export const mayLendFor = (viewer: Scope["viewer"], lender: Leaver): boolean =>
  lender.id === viewer.accountId || mayHandOver(viewer, lender);
