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
    const since: Written = {};
    for (const { id } of events) {
      const [told] = await sql<{
        since: Written | null;
      }>`select sec.division_event_since(${id}::uuid) as since`;
      // What stands in the way of several of them is told once, by the greatest number.
      for (const what of WRITTEN) {
        const count = Math.max(since[what] ?? 0, told?.since?.[what] ?? 0);
        if (count > 0) since[what] = count;
      }
    }
    return { events, since };
  },
});
