/** The year that is being kept: edits go there, earlier years stay as they were. */
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";

export async function openYear({ sql }: Pick<Work, "sql">): Promise<number> {
  const [row] = await sql<{ year: number }>`select year from registry_year where status = 'OPEN'`;
  if (!row) throw rule("household.noOpenYear");
  return row.year;
}
