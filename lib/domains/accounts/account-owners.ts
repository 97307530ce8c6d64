/** Whose an account of a list is: the one person of that name at that place; of several nobody guesses which. */
import type { Scope } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { may } from "./roles.ts";

/** `username`: the account that the person has already. */
export type KnownPerson = { id: string; name: string; divisionId: number; username: string | null };

export const peopleNamed = ({ sql }: Pick<Scope, "sql">, names: readonly string[]) => sql<KnownPerson>`
  select p.id, p.name, p.division_id as "divisionId",
    (select a.username from account a where a.person_id = p.id and a.status = 'ACTIVE' limit 1) as username
  from person p where p.name = any (${names}::text[])`;

/** An account acts for its person's households: only whoever sees the person may link it. */
export const mayLink = (viewer: Viewer, person: KnownPerson): boolean =>
  may(viewer, "household.view", person.divisionId);
