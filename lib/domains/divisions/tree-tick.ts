/** Carries out the dated changes of both trees whose day has come. */
import type pg from "pg";

/** Each event in its own transaction, so that one that fails does not hold the others; gives how many were done. */
export async function applyDueTreeEvents(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from tree_event where status = 'SCHEDULED' and effective_on <= beijing_today() order by effective_on, created_at",
  );
  let done = 0;
  for (const { id } of rows) {
    const { rows: answer } = await pool.query<{ done: boolean }>("select sec.apply_tree_event($1) as done", [
      id,
    ]);
    if (answer[0]?.done) done += 1;
  }
  return done;
}
