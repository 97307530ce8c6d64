/** A place where households live: a village or a group in it, within reach and still open. */

import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";

export type Village = { id: number; name: string };

export async function villageWithin({ sql, viewer }: Work, id: number): Promise<Village | null> {
  const [row] = await sql<Village>`
    select id, name from division where id = ${id} and level in ('VILLAGE', 'GROUP') and closed_on is null`;
  return row && reaches(viewer, row.id) ? row : null;
}
