/** divisions.undoable: a change that was carried out, and what was written since that keeps it from being taken back. */
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { UndoChange } from "../input.ts";
import { carriedOut, mayTakeBack, type Undoable, undoable } from "../take-back.ts";

export const undoableChange = query({
  name: "divisions.undoable",
  input: UndoChange,
  run: async ({ sql, viewer }, { eventId }): Promise<Undoable> => {
    const events = await carriedOut(sql, "DIVISION", eventId);
    if (events.length === 0) throw notFound();
    if (!mayTakeBack(viewer, "division.edit", events)) throw refused();
    return undoable(sql, events);
  },
});
