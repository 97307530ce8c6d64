/** divisions.undoable: a change that was carried out, and what was written since that keeps it from being taken back. */
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { UndoChange } from "../input.ts";
import { type CarriedOut, carriedOut, mayTakeBack, WRITTEN, type Written } from "../inside/carried-out.ts";

export type Undoable = { events: CarriedOut[]; since: Written };

export const undoableChange = query({
  name: "divisions.undoable",
  input: UndoChange,
  run: async ({ sql, viewer }, { eventId }): Promise<Undoable> => {
    const events = await carriedOut(sql, eventId);
    if (events.length === 0) throw notFound();
    if (!mayTakeBack(viewer, events)) throw refused();
    const told = await sql<{ since: Written | null }>`
      select sec.division_event_since(id) as since from unnest(${events.map(({ id }) => id)}::uuid[]) id`;
    // What stands in the way of several of them is told once, by the greatest number.
    const since: Written = {};
    for (const what of WRITTEN) {
      const count = Math.max(...told.map((one) => one.since?.[what] ?? 0));
      if (count > 0) since[what] = count;
    }
    return { events, since };
  },
});
