/** A number of our own for a new file, until the national system gives one. */
import type { Work } from "#lib/platform/scope.ts";
import { PROVISIONAL_PREFIX } from "./household.ts";

export async function provisionalNumber({ sql, today }: Pick<Work, "sql" | "today">): Promise<string> {
  const [row] = await sql<{
    tail: string;
  }>`select upper(substr(replace(new_id()::text, '-', ''), 20, 8)) as tail`;
  return `${PROVISIONAL_PREFIX}${today.slice(0, 4)}${row?.tail}`;
}
