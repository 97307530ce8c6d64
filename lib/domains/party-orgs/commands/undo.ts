/** orgs.undo: takes a change of the Party line back as if it had not been, while nothing was written since; otherwise says what was. */
import { carriedOut, mayTakeBack, takeBack } from "#lib/domains/divisions/take-back.ts";
import { command } from "#lib/platform/command.ts";
import { UndoOrgChange } from "../input.ts";

export const undoOrgChange = command({
  name: "orgs.undo",
  tells: "partyOrg.changeUndone",
  input: UndoOrgChange,
  subject: async ({ sql }, { eventId }) => {
    const events = await carriedOut(sql, "PARTY_ORG", eventId);
    return events.length > 0 ? events : null;
  },
  may: (viewer, events) => mayTakeBack(viewer, "partyOrg.change", events),
  run: ({ sql }, { eventId }, events) => takeBack(sql, eventId, events),
  fact: (result, _input, events) => ({
    subject: `partyOrg:${result.nodeId}`,
    division: events[0]?.seats[0] ?? null,
    kind: result.kind,
    change: result.eventId,
  }),
});
