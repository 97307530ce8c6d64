/** divisions.undo: takes a change back as if it had not been, while nothing was written since; otherwise says what was. */
import { command } from "#lib/platform/command.ts";
import { UndoChange } from "../input.ts";
import { carriedOut, mayTakeBack, takeBack } from "../take-back.ts";

export const undoDivisionChange = command({
  name: "divisions.undo",
  tells: "division.changeUndone",
  input: UndoChange,
  subject: async ({ sql }, { eventId }) => {
    const events = await carriedOut(sql, "DIVISION", eventId);
    return events.length > 0 ? events : null;
  },
  may: (viewer, events) => mayTakeBack(viewer, "division.edit", events),
  run: ({ sql }, { eventId }, events) => takeBack(sql, eventId, events),
  fact: (result) => ({
    subject: `division:${result.nodeId}`,
    division: result.nodeId,
    kind: result.kind,
    change: result.eventId,
  }),
});
