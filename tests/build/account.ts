// Builds an account with its grants; without a password, so that tests sign in through a session of their own.
import type { Role } from "#lib/domains/accounts/roles.ts";
import { insert, nextNumber, type Owner } from "./owner.ts";

export type AccountGiven = {
  id?: number;
  username?: string;
  name?: string;
  personId?: string;
  divisionId: number;
  role?: Role;
  /** More than one grant, or one at another place than home. */
  grants?: readonly { role: Role; divisionId: number }[];
  passwordHash?: string;
  status?: "ACTIVE" | "DISABLED";
};

export async function anAccount(
  owner: Owner,
  given: AccountGiven,
): Promise<{ id: number; username: string }> {
  const username = given.username ?? `user-${nextNumber()}`;
  const { id } = await insert<{ id: number }>(owner, "account", {
    id: given.id,
    person_id: given.personId,
    username,
    name: given.name ?? username,
    division_id: given.divisionId,
    password_hash: given.passwordHash,
    status: given.status,
  });
  const grants = given.grants ?? (given.role ? [{ role: given.role, divisionId: given.divisionId }] : []);
  for (const grant of grants)
    await insert(owner, "role_grant", {
      account_id: id,
      role: grant.role,
      division_id: grant.divisionId,
      from_at: "2025-01-01 00:00+08",
    });
  return { id, username };
}
