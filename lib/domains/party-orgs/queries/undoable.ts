/** orgs.undoable: a change of the Party line that was carried out, and what was written since that keeps it from being taken back. */
import { carriedOut, mayTakeBack, type Undoable, undoable } from "#lib/domains/divisions/take-back.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { UndoOrgChange } from "../input.ts";

export const undoableOrgChange = query({
  name: "orgs.undoable",
  input: UndoOrgChange,
  run: async ({ sql, viewer }, { eventId }): Promise<Undoable> => {
    const events = await carriedOut(sql, "PARTY_ORG", eventId);
    if (events.length === 0) throw notFound();
    if (!mayTakeBack(viewer, "partyOrg.change", events)) throw refused();
    return undoable(sql, events);
  },
});
