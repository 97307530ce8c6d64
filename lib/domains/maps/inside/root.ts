/** The unit that has a map: the prefecture; and who may change it. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type Root = { id: number };

export const rootOf = async ({ sql }: Pick<Work, "sql">): Promise<Root | null> =>
  (
    await sql<Root>`select id from division where level = 'PREFECTURE' and closed_on is null order by id limit 1`
  )[0] ?? null;

export const mayChange = (viewer: Viewer, { id }: Root): boolean => may(viewer, "map.edit", id);
