/** For a hand-over: the account of whoever leaves, and the account of whoever takes over, with what that one may do where. */
import type { Scope } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { type Managed, managedAccount } from "./inside/account.ts";
import { may, mayManage, type Verb } from "./roles.ts";

export type Leaver = Managed & { personId: string | null };
type Reader = Pick<Scope, "sql" | "viewer">;

export async function leaverOf(reader: Reader, accountId: number): Promise<Leaver | null> {
  const account = await managedAccount(reader, accountId);
  if (!account) return null;
  const [row] = await reader.sql<{ personId: string | null }>`
    select person_id as "personId" from account where id = ${accountId}`;
  return { ...account, personId: row?.personId ?? null };
}

/** What was lent for some days goes back by itself and to nobody else. */
export const ownGrants = ({ grants }: Leaver) => grants.filter(({ lent }) => !lent);

/** Whoever may give and end the roles of this account, and never one's own. */
export const mayHandOver = (viewer: Viewer, leaver: Leaver): boolean =>
  leaver.id !== viewer.accountId &&
  !leaver.beyond &&
  mayManage(viewer, leaver.divisionId, leaver.grants, ["account.grant"]);

export type Heir = {
  personId: string;
  name: string;
  /** Null: this person has no account here, or none that the asker looks after. */
  accountId: number | null;
  mayThere: (verb: Verb, divisionId: number) => boolean;
};

export async function heirOf({ sql }: Reader, personId: string): Promise<Heir | null> {
  const [person] = await sql<{ id: string; name: string; accountId: number | null }>`
    select p.id, p.name, (select a.id from account a where a.person_id = p.id and a.status = 'ACTIVE' order by a.id limit 1) as "accountId"
    from person p where p.id = ${personId}::uuid`;
  if (!person) return null;
  const grants = await sql<Viewer["grants"][number]>`
    select g.role, g.division_id as "divisionId", r.reads_registry as "readsRegistry", case when d.level = 'PREFECTURE' then null else
      (select array_agg(c.node_id) from division_closure c where c.ancestor_id = g.division_id and c.to_on is null) end as nodes
    from role_grant g join role r on r.code = g.role join division d on d.id = g.division_id
    where g.account_id = ${person.accountId}::int and g.from_at <= now() and (g.to_at is null or g.to_at > now())`;
  return {
    personId: person.id,
    name: person.name,
    accountId: person.accountId,
    mayThere: (verb, divisionId) => may({ grants }, verb, divisionId),
  };
}
