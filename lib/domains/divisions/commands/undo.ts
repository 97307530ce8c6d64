/** divisions.undo: takes a change back as if it had not been, while nothing was written since; otherwise says what was. */
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { UndoChange } from "../input.ts";
import { carriedOut, mayTakeBack, WRITTEN, type Written } from "../inside/carried-out.ts";

export const undoDivisionChange = command({
  name: "divisions.undo",
  tells: "division.changeUndone",
  input: UndoChange,
  subject: async ({ sql }, { eventId }) => {
    const events = await carriedOut(sql, eventId);
    return events.length > 0 ? events : null;
  },
  may: mayTakeBack,
  run: async ({ sql }, { eventId }, events) => {
    for (const { id, oldName } of events) {
      const keys = JSON.stringify(oldName === null ? {} : nameKeys(oldName));
      const [told] = await sql<{
        since: Written;
      }>`select sec.undo_division_event(${id}::uuid, ${keys}::jsonb) as since`;
      const since = told?.since ?? {};
      if (Object.keys(since).length > 0)
        throw rule("tree.writtenSince", Object.fromEntries(WRITTEN.map((what) => [what, since[what] ?? 0])));
    }
    const asked = events.find(({ id }) => id === eventId) ?? events[0];
    return { nodeId: asked?.nodeId ?? 0, kind: asked?.kind ?? "", eventId, count: events.length };
  },
  fact: (result) => ({
    subject: `division:${result.nodeId}`,
    division: result.nodeId,
    kind: result.kind,
    change: result.eventId,
  }),
});
