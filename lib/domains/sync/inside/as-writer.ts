/** For a deed that somebody takes in for whoever wrote it down: rights and authorship of the writer as of then, the taker's hand and walls. */
import { Problem, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { asViewer, type ViewerRow } from "#lib/platform/viewer.ts";

const MOST_DAYS = 40;

export async function asWriter(work: Work, account: number, writtenAt: string): Promise<Work> {
  await work.sql`select set_config('app.writer', ${String(account)}, true)`;
  // A clock that runs ahead, or writing from long ago, counts as today: then the rights of today decide.
  const [row] = await work.sql<ViewerRow>`
    select w.* from (select case when ${writtenAt}::timestamptz between now() - make_interval(days => ${MOST_DAYS}::int) and now()
      then ${writtenAt}::timestamptz else now() end as day) t, lateral sec.writer_then(${account}::int, t.day) w`;
  if (!row) throw rule("sync.noWriter");
  const viewer = asViewer(row);
  // The history names the taker, and for whom it was.
  const note: Work["note"] = (change) => work.note({ ...change, onBehalfOf: viewer.name });
  return { ...work, viewer, hand: work.viewer, note };
}

/** The taker may; that it is refused says that the writer had no business with this household. */
export function notTheirs(error: unknown): never {
  if (error instanceof Problem && error.code === "refused") throw rule("sync.beyondWriter");
  throw error;
}
